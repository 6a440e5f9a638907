package io.lianshu.approval;

import io.lianshu.approval.ApprovalStatus.Clock;
import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.NodeChange;
import io.lianshu.platform.command.NodeVersion;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.policy.WorkingCalendar;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step judged: why it is refused, or what it changes.
 *
 * @param values properties that become others; null takes one away
 * @param closes whether the running stretch of the clock ends
 * @param stretches kind, from and, when it is over already, to of the stretches that begin
 */
record ApprovalMove(
        ApprovalStatus status,
        ZonedDateTime at,
        List<Refusal> refusals,
        Map<String, @Nullable Object> values,
        boolean closes,
        List<Map<String, Object>> stretches,
        List<NodeChange.Field> changes) {

    private static final String COUNTED = "GOVERNMENT";

    static ApprovalMove of(CommandCall call, CodeLists codes, MoveFacts facts) {
        Map<String, Object> stored = facts.stored();
        ApprovalStatus before = facts.status();
        ApprovalStatus wanted = ApprovalStatus.of(call.text("status")).orElse(null);
        ZonedDateTime at = at(call);
        List<Refusal> refusals = new MoveRefusals(call, codes, facts, before, wanted, at).found();
        if (wanted == null || !refusals.isEmpty()) {
            return new ApprovalMove(before, at, refusals, Map.of(), false, List.of(), List.of());
        }
        return new Effects(call, facts, stored, before, wanted, at).move();
    }

    /** When the step is taken. */
    static ZonedDateTime at(CommandCall call) {
        ZonedDateTime given = call.time("at");
        return given == null ? call.now() : given;
    }

    /** Whether nothing more is to be decided. */
    boolean ends() {
        return values.get("completedAt") != null;
    }

    /** What an admitted step does. */
    private record Effects(
            CommandCall call,
            MoveFacts facts,
            Map<String, Object> stored,
            ApprovalStatus before,
            ApprovalStatus wanted,
            ZonedDateTime at) {

        ApprovalMove move() {
            Map<String, @Nullable Object> values = new HashMap<>();
            List<Map<String, Object>> stretches = new ArrayList<>();
            boolean accepted = stored.get("acceptedAt") != null;
            boolean accepts = !accepted
                    && (wanted == ApprovalStatus.ACCEPTED_AT_WINDOW || wanted == ApprovalStatus.ACCEPTED_BY_DEPARTMENT);
            boolean paused = stored.get("pausedSince") != null;
            Clock clock = wanted.clock();
            boolean resumes = accepted && paused && clock == Clock.RUNS;
            boolean pauses = accepted && !paused && (clock == Clock.OWNERS || clock == Clock.EXCLUDED);
            boolean ends = clock == Clock.ENDS;
            List<Refusal> refusals = new ArrayList<>();
            values.put("status", wanted.code());
            if (accepts) {
                values.put("acceptedAt", at);
            }
            if (accepts || resumes) {
                values.put("pausedSince", null);
                due(accepts, refusals).ifPresent(day -> values.put("dueOn", day));
                stretches.add(Map.of("kind", COUNTED, "from", at));
            }
            if (pauses) {
                values.put("pausedSince", at);
                if (facts.counted().isEmpty() && stored.get("acceptedAt") instanceof ZonedDateTime from) {
                    // Of an approval that a file told of without its stretches: the time until now was the office's.
                    stretches.add(Map.of("kind", COUNTED, "from", from, "to", at));
                }
                stretches.add(Map.of("kind", clock == Clock.OWNERS ? "OWNER" : "STATUTORY_EXCLUDED", "from", at));
            }
            if (ends) {
                values.put("completedAt", at);
                values.put("pausedSince", null);
            }
            if (wanted == ApprovalStatus.TAKEN_BACK || wanted == ApprovalStatus.REVOKED) {
                values.put("validTo", at.toLocalDate());
            }
            if (wanted.grants()) {
                values.put("docNo", call.optionalText("docNo"));
                values.put("docTitle", call.optionalText("docTitle"));
                values.put("validTo", call.day("validTo"));
            }
            if (call.optionalText("desk") != null) {
                values.put("deskSince", at);
            }
            List<NodeChange.Field> changes = changes(values);
            values.put(NodeVersion.PROPERTY, NodeVersion.next(call.now(), stored));
            return new ApprovalMove(wanted, at, refusals, values, pauses || resumes || ends, stretches, changes);
        }

        /** The promised day when the clock begins or goes on at this moment; empty when nothing is promised or it has passed. */
        private Optional<LocalDate> due(boolean begins, List<Refusal> refusals) {
            Integer promised = facts.promisedDays();
            if (promised == null) {
                return Optional.empty();
            }
            int left = promised - (begins ? 0 : facts.used());
            if (left <= 0 && !begins) {
                return Optional.empty();
            }
            LocalDate due = facts.calendar().after(at.toLocalDate(), left);
            if (!facts.calendar().knows(due)) {
                refusals.add(WorkingCalendar.unknown("at", due));
            }
            return Optional.of(due);
        }

        private List<NodeChange.Field> changes(Map<String, @Nullable Object> values) {
            List<NodeChange.Field> changes = new ArrayList<>();
            values.forEach((name, value) -> {
                String old = text(stored.get(name));
                String fresh = text(value);
                if (!Objects.equals(old, fresh)) {
                    changes.add(new NodeChange.Field(name, old, fresh));
                }
            });
            if (call.optionalText("desk") != null) {
                changes.add(new NodeChange.Field("desk", facts.desk(), call.optionalText("desk")));
            }
            return changes;
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null
                    ? null
                    : value instanceof ZonedDateTime time
                            ? time.toOffsetDateTime().toString()
                            : value.toString();
        }
    }
}
