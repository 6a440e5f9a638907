package io.lianshu.platform.read;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.secret.Sealer;
import java.util.List;
import java.util.Map;

/** Everything a compilation draws on besides the request. */
record ReadModel(
        GraphMap map,
        VisibilityRules visibility,
        Map<String, ComputedValue> computed,
        List<ArgumentCheck> checks,
        List<StatementParameters> supplied,
        CodeLists codes,
        Sealer sealer,
        Cursors cursors,
        ReadSettings settings) {}
