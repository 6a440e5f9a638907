package io.lianshu.trading;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.NodeWrites.Link;
import io.lianshu.platform.command.Series;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;
import org.springframework.stereotype.Component;

/** Notices at the district's one place, with what they do to a lot (公告公示). */
@Component
@OwnsItsThread
final class NoticeGraph implements ClientCommand {

    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://\\S+");
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_CONTENT = 10_000;
    private static final int LONGEST_URL = 500;

    private final CodeLists codes;

    NoticeGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of("publishNotice");
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        return LotGraph.step(
                call, codes, transaction, (facts, refusals) -> publish(call, facts, refusals, transaction));
    }

    private static CommandOutcome publish(
            CommandCall call, LotFacts facts, LotRefusals refusals, Transaction transaction) {
        String kind = refusals.all().code("kind", "notice-kind");
        String title = refusals.all().needed("title", 2, LONGEST_TITLE);
        String content = refusals.all().optional("content", LONGEST_CONTENT);
        String url = refusals.all().optional("url", LONGEST_URL);
        if (url != null && !WEB_ADDRESS.matcher(url).matches()) {
            refusals.all()
                    .add(
                            "BAD_VALUE",
                            "url",
                            "url：应为以 http:// 或 https:// 开头的网址",
                            "url: must be an address that begins with http:// or https://");
        }
        refusals.runsAt(facts.platform(), facts.mine());
        if (facts.status() == LotStatus.REGISTERED) {
            refusals.licensed(facts.platform(), "lot");
        }
        if (facts.place() == null) {
            refusals.all().conflict("NO_PLACE", null, "没有区级交易平台，无处发布", "there is no district platform to publish at");
        }
        Map<String, @Nullable Object> changes = refusals.none() ? judged(kind, call, facts, refusals) : Map.of();
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.all().found());
        }
        TradeGraph writes = new TradeGraph(call, transaction);
        String number = Series.next("GG-" + call.today().getYear(), transaction);
        String id = NodeId.of("ntc", List.of(number));
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("noticeNo", number);
        values.put("url", url);
        values.put("kind", kind);
        values.put("title", title);
        values.put("content", content);
        values.put("publishedAt", call.now());
        values.put("periodDays", kind.equals("CANDIDATE") ? (Object) (long) period(call, facts) : null);
        writes.create(
                "Notice",
                id,
                values,
                List.of(
                        Link.to("ABOUT", "Lot", facts.id()),
                        Link.to("PUBLISHED_AT", "TradingPlatform", Objects.requireNonNull(facts.place()))));
        effects(kind, changes, call, facts, writes);
        return CommandOutcome.done(id, writes.changes()).withEvents(List.of(TradeEvents.of(facts, List.of())));
    }

    private static Map<String, @Nullable Object> judged(
            String kind, CommandCall call, LotFacts facts, LotRefusals refusals) {
        return switch (kind) {
            case "PREQUAL", "TENDER" -> new TenderNotice(call, facts, refusals).judged(kind);
            case "CHANGE" -> new TenderNotice(call, facts, refusals).changed();
            case "CANDIDATE" -> candidates(call, facts, refusals);
            case "RESULT" ->
                after(facts, refusals, Set.of(LotStatus.AWARDED, LotStatus.CONTRACTED, LotStatus.PERFORMED));
            default -> after(facts, refusals, Set.of(LotStatus.CONTRACTED, LotStatus.PERFORMED));
        };
    }

    private static Map<String, @Nullable Object> candidates(CommandCall call, LotFacts facts, LotRefusals refusals) {
        refusals.follows(facts, LotStatus.PUBLICISED);
        int days = period(call, facts);
        refusals.all().between("periodDays", days, 1, 90);
        facts.rules()
                .find(RuleKind.PUBLICITY, refusals.all())
                .filter(rule -> days < rule.count())
                .ifPresent(rule -> refusals.broken(
                        "PUBLICITY_TOO_SHORT",
                        "periodDays",
                        rule,
                        "公示期不得少于 " + rule.days(),
                        "candidates are made public for at least " + rule.daysEnglish()));
        return Map.of("status", LotStatus.PUBLICISED.name());
    }

    private static Map<String, @Nullable Object> after(LotFacts facts, LotRefusals refusals, Set<LotStatus> statuses) {
        if (!statuses.contains(facts.status())) {
            refusals.all()
                    .conflict(
                            "NOT_NEXT",
                            "kind",
                            "kind：当前状态 " + facts.status() + " 不能发布此类公告",
                            "kind: such a notice does not fit the status " + facts.status());
        }
        return Map.of();
    }

    private static int period(CommandCall call, LotFacts facts) {
        return call.input().get("periodDays") instanceof Integer days
                ? days
                : facts.rules().find(RuleKind.PUBLICITY).map(TradeRule::count).orElse(3);
    }

    private static void effects(
            String kind, Map<String, @Nullable Object> changes, CommandCall call, LotFacts facts, TradeGraph writes) {
        if (!changes.isEmpty()) {
            writes.update("Lot", facts.lot(), changes);
        }
        if (kind.equals("CANDIDATE")) {
            LocalDate last = call.today().plusDays(period(call, facts));
            facts.candidates().forEach(award -> {
                Map<String, @Nullable Object> values = new HashMap<>();
                values.put("publicityFrom", call.today());
                values.put("publicityTo", last);
                writes.update("Award", award, values);
            });
        }
        boolean first = facts.status() == LotStatus.REGISTERED && !changes.isEmpty();
        if (first && facts.tender().get("noticeOn") == null) {
            writes.update("Tender", facts.tender(), Map.of("noticeOn", call.today()));
        }
        if (first && !facts.filing().isEmpty() && !(facts.filing().get("noticeAt") instanceof ZonedDateTime)) {
            writes.update("PreTender", facts.filing(), Map.of("noticeAt", call.now()));
        }
    }
}
