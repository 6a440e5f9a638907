package io.lianshu.trading;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.NodeWrites.Link;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;

/** Assessments of the towns' stations, and the licence that depends on them (交易站考核与挂牌). */
@Component
@OwnsItsThread
final class StationGraph implements ClientCommand {

    private static final String FACTS_STATEMENT = CypherCatalog.statement("trading", "station-to-assess");
    private static final String ASSESS = "assessStation";
    private static final int FIRST_YEAR = 2000;
    private static final double HIGHEST = 100;

    private final CodeLists codes;

    StationGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of(ASSESS, "licenseStation");
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        List<Record> found = transaction
                .run(FACTS_STATEMENT, Map.of("platform", call.text("platform")))
                .list();
        if (found.isEmpty()) {
            return LotRefusals.unknown(call, codes, "platform");
        }
        Map<String, Object> platform = found.get(0).get("platform").asMap();
        List<Map<String, Object>> assessments = found.get(0).get("assessments").asList(Value::asMap);
        LotRefusals refusals = new LotRefusals(call, codes);
        if (!"TOWN".equals(platform.get("tier"))) {
            refusals.all()
                    .conflict(
                            "NOT_A_STATION",
                            "platform",
                            "platform：只有镇（街道）交易站须考核与挂牌",
                            "platform: only stations of towns are assessed and licensed");
        }
        Optional<TradeRule> score = RulesGraph.inForce(call.today(), null, null, false, transaction)
                .find(RuleKind.STATION_SCORE, refusals.all());
        return call.mutation().equals(ASSESS)
                ? assess(call, platform, assessments, score, refusals, transaction)
                : license(call, platform, assessments, score, refusals, transaction);
    }

    private static CommandOutcome assess(
            CommandCall call,
            Map<String, Object> platform,
            List<Map<String, Object>> assessments,
            Optional<TradeRule> least,
            LotRefusals refusals,
            Transaction transaction) {
        int year = call.input().get("year") instanceof Integer given ? given : 0;
        refusals.all().between("year", year, FIRST_YEAR, call.today().getYear());
        double score = call.input().get("score") instanceof Number given ? given.doubleValue() : -1;
        if (!(score >= 0 && score <= HIGHEST)) {
            refusals.all().add("BAD_VALUE", "score", "score：应为 0 至 100", "score: must be 0 to 100");
        }
        String result = refusals.all().code("result", "assessment-grade");
        least.filter(rule -> "FAIL".equals(result) != score < rule.value())
                .ifPresent(rule -> refusals.broken(
                        "GRADE_DIFFERS",
                        "result",
                        rule,
                        "得分低于 " + rule.count() + " 分为不合格（FAIL），达到的不得为不合格",
                        "a score below " + rule.count() + " is FAIL, and no other is"));
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.all().found());
        }
        TradeGraph writes = new TradeGraph(call, transaction);
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("year", (long) year);
        values.put("score", score);
        values.put("result", result);
        Optional<Map<String, Object>> before = assessments.stream()
                .filter(known -> known.get("year") instanceof Long its && its == year)
                .findFirst();
        if (before.isPresent()) {
            writes.update("StationAssessment", before.get(), values);
            return CommandOutcome.done(String.valueOf(before.get().get("id")), writes.changes());
        }
        String station = String.valueOf(platform.get("id"));
        String id = NodeId.of("sas", List.of(station, String.valueOf(year)));
        writes.create("StationAssessment", id, values, List.of(Link.from("GOT", "TradingPlatform", station)));
        return CommandOutcome.done(id, writes.changes());
    }

    private static CommandOutcome license(
            CommandCall call,
            Map<String, Object> platform,
            List<Map<String, Object>> assessments,
            Optional<TradeRule> least,
            LotRefusals refusals,
            Transaction transaction) {
        boolean wanted = Boolean.TRUE.equals(call.input().get("licensed"));
        if (Boolean.TRUE.equals(platform.get("licensed")) == wanted) {
            refusals.all()
                    .conflict(
                            "ALREADY_DONE",
                            "licensed",
                            wanted ? "licensed：已挂牌" : "licensed：未挂牌",
                            wanted ? "licensed: it has its licence" : "licensed: it has no licence");
        }
        if (wanted) {
            earned(assessments, least, refusals);
        } else {
            refusals.all().needed("reason", 2, 500);
        }
        String id = String.valueOf(platform.get("id"));
        if (!refusals.none()) {
            return refusals.refused(id);
        }
        TradeGraph writes = new TradeGraph(call, transaction);
        writes.update("TradingPlatform", platform, Map.of("licensed", wanted));
        return CommandOutcome.done(id, writes.changes());
    }

    /** The last assessment counts, not the best. */
    private static void earned(List<Map<String, Object>> assessments, Optional<TradeRule> least, LotRefusals refusals) {
        if (assessments.isEmpty()) {
            refusals.all()
                    .conflict(
                            "NOT_ASSESSED",
                            "platform",
                            "platform：尚无考核，请先用 assessStation 录入",
                            "platform: it was never assessed; record an assessment with assessStation first");
            return;
        }
        Map<String, Object> last = assessments.get(0);
        double score = last.get("score") instanceof Number number ? number.doubleValue() : 0;
        least.filter(rule -> score < rule.value() || "FAIL".equals(last.get("result")))
                .ifPresent(rule -> refusals.broken(
                        "SCORE_TOO_LOW",
                        "platform",
                        rule,
                        last.get("year") + " 年考核得分 " + score + "，挂牌须达到 " + rule.count() + " 分",
                        "it scored " + score + " in " + last.get("year") + "; a licence needs " + rule.count()));
    }
}
