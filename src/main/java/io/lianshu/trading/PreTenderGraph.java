package io.lianshu.trading;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.NodeWrites.Link;
import io.lianshu.platform.command.Series;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;
import org.springframework.stereotype.Component;

/** Tenders that begin before all permits are there (预招标), for projects on a list of key projects only. */
@Component
@OwnsItsThread
final class PreTenderGraph implements ClientCommand {

    private final CodeLists codes;

    PreTenderGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of("filePreTender");
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        return LotGraph.step(call, codes, transaction, (facts, refusals) -> file(call, facts, refusals, transaction));
    }

    private static CommandOutcome file(
            CommandCall call, LotFacts facts, LotRefusals refusals, Transaction transaction) {
        refusals.runsAt(facts.platform(), facts.mine());
        if (facts.status() != LotStatus.REGISTERED || !facts.filing().isEmpty()) {
            refusals.all()
                    .conflict(
                            "ALREADY_DONE",
                            "lot",
                            "lot：招标公告发布前备案一次",
                            "lot: it is filed once, before the tender notice");
        }
        if (!facts.major()) {
            refusals.all()
                    .conflict(
                            "NOT_MAJOR",
                            "lot",
                            "lot：只有列入重点项目名单的项目可以预招标，其他项目须先取得前置许可" + facts.permitArticles(false),
                            "lot: only projects on a list of key projects may be tendered before their permits; others get the permits"
                                    + " first" + facts.permitArticles(true));
        }
        List<String> missing = facts.missingPermits();
        if (missing.isEmpty()) {
            refusals.all()
                    .conflict(
                            "NOTHING_MISSING",
                            "lot",
                            "lot：前置许可已齐，可直接招标",
                            "lot: no permit is missing; it can be tendered as usual");
        }
        String tender = String.valueOf(facts.tender().get("id"));
        if (!refusals.none()) {
            return refusals.refused(tender);
        }
        TradeGraph writes = new TradeGraph(call, transaction);
        String number = Series.next("YZB-" + call.today().getYear(), transaction);
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("filingNo", number);
        values.put("filedAt", call.now());
        values.put("missingPermits", missing);
        values.put("baselineNoticeOn", call.day("baselineNoticeOn"));
        writes.create(
                "PreTender",
                NodeId.of("ptn", List.of(number)),
                values,
                List.of(Link.from("PRE_TENDERED_AS", "Tender", tender)));
        return CommandOutcome.done(tender, writes.changes());
    }
}
