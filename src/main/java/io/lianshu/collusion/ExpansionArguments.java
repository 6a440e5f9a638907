package io.lianshu.collusion;

import io.lianshu.collusion.KnownMarket.Known;
import io.lianshu.collusion.core.Expansion;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.read.ArgumentCheck;
import io.lianshu.platform.read.StatementParameters;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.viewer.Viewer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The known companies of {@code expandFromSeeds}, and the leads that the analysis gives for them. */
final class ExpansionArguments implements ArgumentCheck, StatementParameters {

    private static final String COMPANIES = "companies";
    private static final String FIRST = "first";
    private static final int MOST = 100;
    private static final int USUAL = 20;

    private final KnownMarket market;

    ExpansionArguments(KnownMarket market) {
        this.market = market;
    }

    @Override
    public String field() {
        return "expandFromSeeds";
    }

    @Override
    public void check(Map<String, Object> arguments) {
        List<String> companies = companies(arguments);
        if (companies.isEmpty() || companies.size() > MOST) {
            throw Refusal.badInput(
                    "BAD_ARGUMENT",
                    COMPANIES,
                    "companies 应为 1 至 %d 个不同的企业编号，收到 %d 个".formatted(MOST, companies.size()),
                    "companies must be 1 to %d different ids of companies, not %d".formatted(MOST, companies.size()));
        }
        for (String id : companies) {
            if (!NodeId.isWellFormed(id) || !NodeId.kindOf(id).equals("com")) {
                throw Refusal.badInput(
                        "BAD_ARGUMENT",
                        COMPANIES,
                        "companies 中的 %s 不是企业编号，请使用查询返回的 id".formatted(id),
                        "companies: %s is no id of a company; use an id that a query returned".formatted(id));
            }
        }
    }

    private static List<String> companies(Map<String, Object> arguments) {
        return arguments.get(COMPANIES) instanceof Collection<?> given
                ? given.stream().map(String::valueOf).distinct().toList()
                : List.of();
    }

    @Override
    public Map<String, Object> parameters(Map<String, Object> arguments, Viewer viewer) {
        Known known = market.known()
                .orElseThrow(() -> new Refusal(
                        "NOT_ANALYSED_YET",
                        Refusal.Kind.UNAVAILABLE,
                        field(),
                        "expandFromSeeds：投标分析尚未完成，请稍后重试",
                        "expandFromSeeds: the bids are not analysed yet; try again shortly"));
        List<String> companies = companies(arguments);
        List<String> unknown = companies.stream()
                .filter(id -> !known.numbers().containsKey(id))
                .toList();
        if (!unknown.isEmpty()) {
            String those = String.join(", ", unknown);
            throw Refusal.badInput(
                    "NO_OPENED_BIDS",
                    COMPANIES,
                    "companies：%s 没有在已开标的标段投标，请去掉".formatted(those),
                    "companies: %s bid in no opened lot; leave out what did not".formatted(those));
        }
        int[] seeds = companies.stream()
                .mapToInt(id -> known.numbers().getOrDefault(id, -1))
                .sorted()
                .toArray();
        int most = arguments.get(FIRST) instanceof Number first ? first.intValue() : USUAL;
        List<Expansion.Lead> leads =
                known.analysis().expand(seeds).stream().limit(most).toList();
        List<Map<String, Object>> rows = new ArrayList<>();
        IntStream.range(0, leads.size()).forEach(place -> rows.add(row(place, leads.get(place), known, viewer)));
        return Map.of("leads", rows);
    }

    private static Map<String, Object> row(int place, Expansion.Lead lead, Known known, Viewer viewer) {
        Words words = Words.ofLead(lead, known.analysis().firm(lead.number()));
        Map<String, Object> row = new HashMap<>();
        row.put("place", place);
        row.put("company", known.analysis().market().firm(lead.number()));
        row.put("score", lead.score());
        row.put("evidence", lead.evidence());
        row.put("met", lead.met());
        row.put("explanation", viewer.speaksEnglish() ? words.english() : words.chinese());
        return row;
    }
}
