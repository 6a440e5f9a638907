package io.lianshu.agency;

import io.lianshu.platform.command.CommandRefusals;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A difficulty that somebody raises.
 *
 * @param visit id of the visit on which it came up, or null
 */
record RaisedDifficulty(
        String project, @Nullable String approval, @Nullable String visit, String title, String kind, int severity) {

    private static final int LEAST = 2;
    private static final int LONGEST = 200;
    private static final int GRAVEST = 3;

    static RaisedDifficulty of(Map<?, ?> input, String project, @Nullable String visit) {
        return new RaisedDifficulty(
                project,
                input.get("approval") instanceof String id ? id : null,
                visit,
                String.valueOf(input.get("title")).strip(),
                String.valueOf(input.get("kind")),
                input.get("severity") instanceof Integer grave ? grave : 1);
    }

    RaisedDifficulty on(String visitId) {
        return new RaisedDifficulty(project, approval, visitId, title, kind, severity);
    }

    /** @param at what stands before the names of the fields in refusals */
    void check(String at, CommandRefusals refusals) {
        refusals.length(at + "title", title, LEAST, LONGEST);
        refusals.code(at + "kind", AgencyCodes.KINDS, kind);
        refusals.between(at + "severity", severity, 1, GRAVEST);
    }
}
