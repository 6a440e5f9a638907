package io.lianshu.agency;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.read.StatementParameters;
import io.lianshu.platform.viewer.Viewer;
import java.util.Map;

/** The roles whose duty is to visit, for the agent's day. */
record DayParameters(CodeLists codes) implements StatementParameters {

    @Override
    public String field() {
        return "myDay";
    }

    @Override
    public Map<String, Object> parameters(Map<String, Object> arguments, Viewer viewer) {
        return Map.of("visitRoles", codes.under(AgencyCodes.ROLES, AgencyCodes.VISIT));
    }
}
