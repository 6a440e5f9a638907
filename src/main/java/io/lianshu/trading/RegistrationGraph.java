package io.lianshu.trading;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.CommandRefusals;
import io.lianshu.platform.command.NodeWrites.Link;
import io.lianshu.platform.command.Series;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;

/** Tenders with their first lots, registered at the platform to which they belong (交易登记). */
@Component
@OwnsItsThread
final class RegistrationGraph implements ClientCommand {

    private static final String FACTS_STATEMENT = CypherCatalog.statement("trading", "trade-to-register");
    private static final String CHOICE_STATEMENT = CypherCatalog.statement("trading", "which-platform");
    private static final int LONGEST_NAME = 200;

    private final CodeLists codes;

    RegistrationGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of("registerTrade");
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        LotRefusals refusals = new LotRefusals(call, codes);
        codesOf(call, refusals.all());
        String name = refusals.all().needed("name", 2, LONGEST_NAME);
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.all().found());
        }
        Record facts = transaction.run(FACTS_STATEMENT, asked(call)).single();
        Value choice = choice(call, transaction);
        boolean mandatory = choice.get("mandatory").asBoolean();
        known(call, facts, refusals.all());
        long estimate = Objects.requireNonNull(call.fen("estimate"));
        where(estimate, facts, choice, refusals);
        refusals.positive("estimate", estimate);
        refusals.amounts(
                estimate,
                RulesGraph.inForce(
                        call.today(), call.text("category"), call.optionalText("phase"), mandatory, transaction));
        if (estimate > 0 && mandatory && call.text("category").equals("ENGINEERING")) {
            needed(call, refusals.all());
        }
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.all().found());
        }
        return register(call, name, mandatory, facts, transaction);
    }

    private static void codesOf(CommandCall call, CommandRefusals refusals) {
        refusals.code("category", "trade-category");
        refusals.code("subject", "lot-category");
        refusals.code("method", "procurement-method");
        if (call.optionalText("phase") != null) {
            refusals.code("phase", "procurement-phase");
        }
    }

    private static Map<String, @Nullable Object> asked(CommandCall call) {
        Map<String, @Nullable Object> asked = new HashMap<>();
        for (String field : List.of("platform", "project", "procuringEntity", "agency", "industryDepartment")) {
            asked.put(field, call.optionalText(field));
        }
        asked.put("viewer", call.viewer().asParameter());
        asked.put("now", call.now());
        return asked;
    }

    /** As {@code whichPlatform} answers. */
    private static Value choice(CommandCall call, Transaction transaction) {
        Map<String, @Nullable Object> asked = new HashMap<>();
        asked.put("category", call.text("category"));
        asked.put("subject", call.text("subject"));
        asked.put("amount", call.fen("estimate"));
        asked.put("on", null);
        asked.put("now", call.now());
        return transaction.run(CHOICE_STATEMENT, asked).single().get("value");
    }

    private static void known(CommandCall call, Record facts, CommandRefusals refusals) {
        for (String field : List.of("platform", "project", "procuringEntity", "agency", "industryDepartment")) {
            if (call.optionalText(field) != null && facts.get(field).isNull()) {
                refusals.unknown(field);
            }
        }
        if (Set.of("TERMINATED", "FINISHED").contains(facts.get("projectStatus").asString(""))) {
            refusals.add("PROJECT_OVER", "project", "project：项目已终止或已完成", "project: it has been ended or finished");
        }
    }

    private static void where(long estimate, Record facts, Value choice, LotRefusals refusals) {
        if (facts.get("platform").isNull()) {
            return;
        }
        Map<String, Object> platform = facts.get("platform").asMap();
        refusals.runsAt(platform, facts.get("mine").asBoolean());
        refusals.licensed(platform, "platform");
        String tier = choice.get("tier").asString();
        if (estimate > 0 && "TOWN".equals(platform.get("tier")) && !tier.equals("TOWN")) {
            String limit = choice.get("threshold").isNull()
                    ? "—"
                    : choice.get("threshold").get("code").asString("—");
            refusals.all()
                    .conflict(
                            "WRONG_PLATFORM",
                            "platform",
                            "platform：此金额的交易应进区级平台，交易限额 " + limit + "；估算价 " + LotRefusals.yuan(estimate) + " 元",
                            "platform: a trade of this amount belongs to the district's platform, limit " + limit
                                    + "; the estimate is "
                                    + LotRefusals.yuan(estimate) + " yuan");
        }
    }

    private static void needed(CommandCall call, CommandRefusals refusals) {
        for (String field : List.of("project", "phase", "industryDepartment")) {
            if (call.optionalText(field) == null) {
                refusals.missing(field, "依法必须招标的工程须写明", "what the law bids to tender of engineering needs it");
            }
        }
    }

    private static CommandOutcome register(
            CommandCall call, String name, boolean mandatory, Record facts, Transaction transaction) {
        String code = Series.next("ZB-" + call.today().getYear(), transaction);
        String tender = NodeId.of("tnd", List.of(code));
        TradeGraph writes = new TradeGraph(call, transaction);
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("tenderProjectCode", code);
        values.put("name", name);
        values.put("category", call.text("category"));
        values.put("procurementMethod", call.text("method"));
        values.put("organisation", call.optionalText("agency") == null ? "SELF" : "ENTRUSTED");
        values.put("mandatory", mandatory);
        values.put("phase", call.optionalText("phase"));
        values.put("acceptsConsortium", Boolean.TRUE.equals(call.input().get("acceptsConsortium")));
        List<Link> links = new ArrayList<>();
        links.add(Link.to("RUN_AT", "TradingPlatform", call.text("platform")));
        links.add(Link.to("TENDERED_BY", facts.get("procuringEntity").asString(), call.text("procuringEntity")));
        if (call.optionalText("project") != null) {
            links.add(Link.from("PROCURED_BY", "Project", call.text("project")));
        }
        if (call.optionalText("agency") != null) {
            links.add(Link.to("AGENT", "Company", call.text("agency")));
        }
        supervisor(call, facts).ifPresent(links::add);
        writes.create("Tender", tender, values, links);
        Map<String, @Nullable Object> lot = new HashMap<>();
        String section = code + "-01";
        lot.put("bidSectionCode", section);
        lot.put("round", 1L);
        lot.put("name", name);
        lot.put("category", call.text("subject"));
        lot.put("estimate", call.fen("estimate"));
        lot.put("controlPrice", call.fen("controlPrice"));
        lot.put("requiredDeposit", call.fen("requiredDeposit"));
        lot.put("currency", "CNY");
        lot.put("status", LotStatus.REGISTERED.name());
        writes.create(
                "Lot", NodeId.of("lot", List.of(section, "1")), lot, List.of(Link.from("HAS_LOT", "Tender", tender)));
        return CommandOutcome.done(tender, writes.changes());
    }

    /** The department of the industry oversees the tender, or whom it entrusted. */
    private static Optional<Link> supervisor(CommandCall call, Record facts) {
        String entrusted = facts.get("entrusted").asString(null);
        String own = call.optionalText("industryDepartment");
        if (own == null) {
            return Optional.empty();
        }
        return Optional.of(new Link(
                "SUPERVISES",
                false,
                "Department",
                entrusted == null ? own : entrusted,
                entrusted == null ? Map.of("basis", "OWN") : Map.of("basis", "ENTRUSTED", "entrustedBy", own)));
    }
}
