package io.lianshu.agency;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.read.ArgumentCheck;
import io.lianshu.platform.refusal.Refusal;
import java.util.Map;

/** The kind of meeting that an agenda is asked for. */
record AgendaArguments(CodeLists codes) implements ArgumentCheck {

    private static final String KINDS = "meeting-kind";
    private static final String KIND = "kind";

    @Override
    public String field() {
        return "meetingAgenda";
    }

    @Override
    public void check(Map<String, Object> arguments) {
        if (arguments.get(KIND) instanceof String kind && !codes.contains(KINDS, kind)) {
            String known = String.join(", ", codes.codes(KINDS));
            throw Refusal.badInput(
                    "BAD_ARGUMENT", KIND, KIND + " 应为 " + known + " 之一", KIND + " must be one of " + known);
        }
    }
}
