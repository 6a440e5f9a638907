package io.lianshu.trading;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.CommandRefusals;
import io.lianshu.platform.command.NodeWrites.Link;
import io.lianshu.platform.command.Series;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;
import org.springframework.stereotype.Component;

/** Talks with companies under suspicion: arranged, held with their minutes, or called off (约谈). */
@Component
@OwnsItsThread
final class InterviewGraph implements ClientCommand {

    private static final String LABEL = "Interview";
    private static final String SCHEDULE = "scheduleInterview";
    private static final String RECORD = "recordInterview";
    private static final String STATUS = "status";
    private static final int MOST_COMPANIES = 5;
    private static final int MOST_FILES = 10;

    private final CodeLists codes;

    InterviewGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of(SCHEDULE, RECORD, "cancelInterview");
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        String me = call.viewer().personId();
        if (me == null) {
            return CommandOutcome.noPerson();
        }
        return call.mutation().equals(SCHEDULE) ? schedule(call, me, transaction) : end(call, transaction);
    }

    private CommandOutcome schedule(CommandCall call, String me, Transaction transaction) {
        CommandRefusals refusals = new CommandRefusals(call, codes);
        TradeGraph writes = new TradeGraph(call, transaction);
        List<String> companies = call.ids("companies");
        if (companies.isEmpty()) {
            refusals.missing("companies", "须有约谈企业", "there must be companies to talk with");
        }
        refusals.atMost("companies", companies.size(), MOST_COMPANIES);
        known("companies", "Company", companies, writes, refusals);
        ZonedDateTime planned = call.time("plannedAt");
        if (planned != null && planned.isBefore(call.now())) {
            refusals.add(
                    "IN_PAST",
                    "plannedAt",
                    "plannedAt：不能早于现在；已谈过的请先安排再登记实际时间",
                    "plannedAt: must not be earlier than now; of a talk that was held, arrange it and record when it was");
        }
        String place = refusals.needed("place", 2, 200);
        String subject = refusals.needed("subject", 2, 500);
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.found());
        }
        String number = Series.next("YT-" + call.today().getYear(), transaction);
        String id = NodeId.of("itv", List.of(number));
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("interviewNo", number);
        values.put("plannedAt", planned);
        values.put("place", place);
        values.put("subject", subject);
        values.put(STATUS, "PLANNED");
        List<Link> links = new ArrayList<>();
        links.add(Link.to("CONDUCTED_BY", "Person", me));
        companies.forEach(company -> links.add(Link.to("WITH", "Company", company)));
        writes.create(LABEL, id, values, links);
        return CommandOutcome.done(id, writes.changes());
    }

    private CommandOutcome end(CommandCall call, Transaction transaction) {
        CommandRefusals refusals = new CommandRefusals(call, codes);
        String id = call.text("interview");
        TradeGraph writes = new TradeGraph(call, transaction);
        Map<String, Object> stored = writes.lock(LABEL, id);
        if (stored.isEmpty()) {
            refusals.unknown("interview");
            return CommandOutcome.refused(null, refusals.found());
        }
        if (!"PLANNED".equals(stored.getOrDefault(STATUS, "PLANNED"))) {
            refusals.conflict(
                    "ALREADY_DONE", "interview", "interview：已约谈或已取消", "interview: it was held or called off already");
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        List<String> minutes = List.of();
        if (call.mutation().equals(RECORD)) {
            minutes = call.ids("minutes");
            refusals.atMost("minutes", minutes.size(), MOST_FILES);
            known("minutes", "Attachment", minutes, writes, refusals);
            values.put(STATUS, "HELD");
            values.put("heldAt", refusals.pastTime("heldAt"));
            values.put("summary", refusals.needed("summary", 2, 5_000));
        } else {
            values.put(STATUS, "CANCELLED");
            values.put("cancelReason", refusals.needed("reason", 2, 500));
        }
        if (!refusals.none()) {
            return CommandOutcome.refused(id, refusals.found());
        }
        writes.update(LABEL, stored, values);
        minutes.forEach(file -> writes.link("Attachment", file, "ATTACHED_TO", LABEL, id));
        return CommandOutcome.done(id, writes.changes());
    }

    private static void known(
            String field, String label, List<String> ids, TradeGraph writes, CommandRefusals refusals) {
        if (!ids.stream().allMatch(id -> writes.knows(label, id))) {
            refusals.unknown(field);
        }
    }
}
