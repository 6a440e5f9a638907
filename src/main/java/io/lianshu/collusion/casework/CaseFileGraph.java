package io.lianshu.collusion.casework;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.CommandRefusals;
import io.lianshu.platform.command.NodeWrites;
import io.lianshu.platform.command.NodeWrites.Link;
import io.lianshu.platform.command.Series;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;

/** Opens, extends, takes up, holds and closes cases (立卷、受理、保全、结案). */
@Component
@OwnsItsThread
final class CaseFileGraph implements ClientCommand {

    private static final String LOTS_STATEMENT = CypherCatalog.statement("collusion", "lots-for-case");
    private static final String LEAVE_STATEMENT = CypherCatalog.statement("collusion", "leave-case");
    private static final String OPEN = "openCase";
    private static final String STATUS = "status";

    private final CodeLists codes;
    private final PathGraph paths;

    CaseFileGraph(CodeLists codes, PathGraph paths) {
        this.codes = codes;
        this.paths = paths;
    }

    @Override
    public Set<String> mutations() {
        return Set.of(OPEN, "takeCase", "extendCase", "holdCase", "closeCase");
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        if (call.mutation().equals(OPEN)) {
            return open(call, transaction);
        }
        return CaseGraph.step("case", call, codes, transaction, (facts, refusals) -> {
            NodeWrites writes = new NodeWrites(call, transaction, Set.of());
            switch (call.mutation()) {
                case "takeCase" -> take(call, facts, refusals, writes, transaction);
                case "extendCase" -> extend(call, facts, refusals, writes, transaction);
                case "holdCase" -> hold(call, facts, refusals, writes);
                default -> close(call, facts, refusals, writes);
            }
            return refusals.none()
                    ? CommandOutcome.done(facts.id(), writes.changes())
                    : CommandOutcome.refused(facts.id(), refusals.found());
        });
    }

    private CommandOutcome open(CommandCall call, Transaction transaction) {
        String me = call.viewer().personId();
        if (me == null) {
            return CommandOutcome.noPerson();
        }
        CommandRefusals refusals = new CommandRefusals(call, codes);
        String title = refusals.needed("title", 2, 200);
        String note = refusals.needed("note", 2, 2_000);
        List<Lead> leads = EvidenceGraph.leads(call, refusals, transaction);
        EvidenceGraph.free(leads, "", refusals, transaction);
        Set<String> lots = new LinkedHashSet<>(CaseRefusals.ids("lots", CaseRefusals.MOST, call, refusals));
        leads.forEach(lead -> lots.add(lead.lot()));
        Set<String> companies = new LinkedHashSet<>(CaseRefusals.ids("companies", CaseRefusals.MOST, call, refusals));
        // A lead may name the buyer or the agency too; a case looks at those who bid.
        Set<String> bidders = bidders(List.copyOf(lots), List.copyOf(companies), call, refusals, transaction);
        leads.forEach(
                lead -> lead.companyIds().stream().filter(bidders::contains).forEach(companies::add));
        refusals.atMost("lots", lots.size(), CaseRefusals.MOST);
        refusals.atMost("companies", companies.size(), CaseRefusals.MOST);
        if (lots.isEmpty() && refusals.none()) {
            refusals.missing("lots", "须有标段或线索", "there must be lots or leads");
        }
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.found());
        }
        String number = Series.next("AJ-" + call.today().getYear(), transaction);
        String id = NodeId.of("ccs", List.of(number));
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("caseNo", number);
        values.put("title", title);
        values.put("note", note);
        values.put(STATUS, CaseStatus.SIGNAL.name());
        values.put("openedAt", call.now());
        values.put("legalHold", false);
        List<Link> links = new ArrayList<>();
        links.add(Link.to("OPENED_BY", "Person", me));
        lots.forEach(lot -> links.add(Link.to("CONCERNS", "Lot", lot)));
        companies.forEach(company -> links.add(Link.to("LOOKS_AT", "Company", company)));
        NodeWrites writes = new NodeWrites(call, transaction, Set.of());
        writes.create(CaseGraph.LABEL, id, values, links);
        CollectingGraph evidence = new CollectingGraph(call, id, List.of(), writes, transaction);
        leads.forEach(lead -> evidence.lead(lead, paths));
        return CommandOutcome.done(id, writes.changes());
    }

    /** Lots must be opened, and companies have bid in one of them. */
    private static Set<String> bidders(
            List<String> lots,
            List<String> companies,
            CommandCall call,
            CommandRefusals refusals,
            Transaction transaction) {
        List<String> known = new ArrayList<>();
        Set<String> bidders = new HashSet<>();
        transaction.run(LOTS_STATEMENT, Map.of("lots", lots, "now", call.now())).forEachRemaining(row -> {
            known.add(row.get("lot").asString());
            bidders.addAll(row.get("companies").asList(Value::asString));
        });
        CaseRefusals.known("lots", lots, known, refusals);
        List<String> strangers = companies.stream()
                .filter(company -> !bidders.contains(company))
                .limit(3)
                .map(CaseRefusals::shown)
                .toList();
        if (!strangers.isEmpty()) {
            refusals.add(
                    "NOT_A_BIDDER",
                    "companies",
                    "companies：" + String.join("、", strangers) + " 未在本案标段投标，请去掉或先补充其标段",
                    "companies: " + String.join(", ", strangers)
                            + " did not bid in a lot of the case; leave it out or add its lot");
        }
        return bidders;
    }

    private static void extend(
            CommandCall call, CaseFacts facts, CommandRefusals refusals, NodeWrites writes, Transaction transaction) {
        CaseRefusals.still(facts, refusals);
        List<String> lots = CaseRefusals.ids("lots", CaseRefusals.MOST, call, refusals);
        List<String> companies = CaseRefusals.ids("companies", CaseRefusals.MOST, call, refusals);
        Set<String> all = new LinkedHashSet<>(facts.lots());
        all.addAll(lots);
        refusals.atMost("lots", all.size(), CaseRefusals.MOST);
        Set<String> firms = new LinkedHashSet<>(facts.companyIds());
        firms.addAll(companies);
        refusals.atMost("companies", firms.size(), CaseRefusals.MOST);
        bidders(List.copyOf(all), companies, call, refusals, transaction);
        List<String> freshLots =
                lots.stream().filter(lot -> !facts.lots().contains(lot)).toList();
        List<String> freshCompanies = companies.stream()
                .filter(company -> !facts.looksAt(List.of(company)))
                .toList();
        if (freshLots.isEmpty() && freshCompanies.isEmpty() && refusals.none()) {
            refusals.conflict(
                    "ALREADY_THERE", "lots", "lots：没有新的标段或企业", "lots: no lot and no company is new to the case");
        }
        if (refusals.none()) {
            freshLots.forEach(lot -> writes.link(CaseGraph.LABEL, facts.id(), "CONCERNS", "Lot", lot));
            freshCompanies.forEach(company -> writes.link(CaseGraph.LABEL, facts.id(), "LOOKS_AT", "Company", company));
            writes.update(CaseGraph.LABEL, facts.matter(), Map.of());
        }
    }

    /** A lead that nobody has taken up yet, or an open case that another officer takes over. */
    private static void take(
            CommandCall call, CaseFacts facts, CommandRefusals refusals, NodeWrites writes, Transaction transaction) {
        String me = Objects.requireNonNull(call.viewer().personId());
        boolean takesOver = facts.status() != CaseStatus.SIGNAL && facts.status() != CaseStatus.CLOSED;
        if (takesOver && facts.officers().contains(me)) {
            refusals.conflict("ALREADY_DONE", "case", "case：已由您承办", "case: it is yours already");
        } else if (!takesOver) {
            CaseRefusals.follows(facts, CaseStatus.UNDER_REVIEW, "case", refusals);
        }
        refusals.atMost("case", facts.handedOn() + 1, CaseRefusals.MOST_ON_PAPER);
        if (refusals.none()) {
            transaction
                    .run(LEAVE_STATEMENT, Map.of("case", facts.id(), "at", call.now()))
                    .consume();
            writes.link("Person", me, "IN_CHARGE_OF", CaseGraph.LABEL, facts.id(), Map.of("from", call.now()));
            Map<String, @Nullable Object> values = new HashMap<>();
            if (!takesOver) {
                values.put(STATUS, CaseStatus.UNDER_REVIEW.name());
                values.put("takenAt", call.now());
            }
            writes.update(CaseGraph.LABEL, facts.matter(), values);
        }
    }

    private static void hold(CommandCall call, CaseFacts facts, CommandRefusals refusals, NodeWrites writes) {
        boolean wanted = Boolean.TRUE.equals(call.input().get("hold"));
        String reason = refusals.needed("reason", 5, 500);
        if (Boolean.TRUE.equals(facts.matter().get("legalHold")) == wanted) {
            refusals.conflict(
                    "ALREADY_DONE",
                    "hold",
                    "hold：" + (wanted ? "已在保全中" : "未在保全中"),
                    "hold: it is " + (wanted ? "held already" : "not held"));
        }
        if (!wanted && !facts.suspected().isEmpty() && facts.status() != CaseStatus.CLOSED) {
            refusals.conflict(
                    "CASE_OPEN",
                    "hold",
                    "hold：有企业涉嫌的案件，结案后方可解除保全",
                    "hold: while companies are held to be suspected the hold is lifted only after the case is closed");
        }
        if (refusals.none()) {
            writes.update(CaseGraph.LABEL, facts.matter(), Map.of("legalHold", wanted, "holdReason", reason));
        }
    }

    private static void close(CommandCall call, CaseFacts facts, CommandRefusals refusals, NodeWrites writes) {
        CaseRefusals.follows(facts, CaseStatus.CLOSED, "case", refusals);
        if (!facts.proposed().isEmpty()) {
            refusals.conflict(
                    "DECISION_OPEN",
                    "case",
                    "case：有决定尚待批准，请先批准或不予批准",
                    "case: a decision is neither approved nor rejected yet; do either first");
        }
        if (facts.forfeits()) {
            refusals.conflict(
                    "FORFEITURE_OPEN",
                    "case",
                    "case：有保证金不予退还的决定尚未执行或撤销",
                    "case: a decision to keep a security is neither carried out nor revoked yet");
        }
        if (refusals.none()) {
            writes.update(
                    CaseGraph.LABEL, facts.matter(), Map.of(STATUS, CaseStatus.CLOSED.name(), "closedAt", call.now()));
        }
    }
}
