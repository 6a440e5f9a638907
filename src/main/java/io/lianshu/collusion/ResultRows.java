package io.lianshu.collusion;

import io.lianshu.collusion.core.Analysis;
import io.lianshu.collusion.core.Evidence;
import io.lianshu.collusion.core.Firm;
import io.lianshu.collusion.core.Group;
import io.lianshu.collusion.core.Market;
import io.lianshu.collusion.core.Pair;
import io.lianshu.collusion.core.Screen;
import io.lianshu.collusion.core.SubgroupScreens;
import io.lianshu.platform.identifier.NodeId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The results of an analysis as rows for the graph. The ids are made of what a result is about, so that the next analysis gives
 * them again.
 */
final class ResultRows {

    private static final String ONLY = "values";

    private final String run;
    private final OpenedBids bids;
    private final Analysis analysis;
    private final ZonedDateTime computedAt;

    ResultRows(String run, OpenedBids bids, Analysis analysis, ZonedDateTime computedAt) {
        this.run = run;
        this.bids = bids;
        this.analysis = analysis;
        this.computedAt = computedAt;
    }

    /** Of the market as a whole. */
    Map<String, @Nullable Object> market() {
        Evidence evidence = analysis.evidence();
        Market market = analysis.market();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", run);
        values.put("fingerprint", bids.fingerprint());
        values.put("computedAt", computedAt);
        values.put("formula", Analysis.FORMULA);
        values.put("usable", evidence.usable());
        values.put("reason", evidence.reason().name());
        values.put("lots", market.lots());
        values.put("bids", market.bids());
        values.put("firms", analysis.firms().size());
        values.put("unknownFirms", market.firms() - analysis.firms().size());
        values.put("pairsFound", analysis.pairsFound());
        values.put("pairsKept", analysis.pairs().size());
        values.put("groupsFound", analysis.groups().size());
        values.put("testedLots", evidence.lots());
        number(values, "identified", evidence.identified());
        number(values, "whoBids", evidence.whoBids());
        number(values, "chance", evidence.chance());
        number(values, "shape", evidence.shape());
        number(values, "persistence", evidence.persistence());
        values.put("sampledLots", MarketSummary.sampled(analysis));
        Map<String, Long> tested = MarketSummary.tested(analysis);
        values.put("coverageRules", List.copyOf(tested.keySet()));
        values.put("coverageTested", List.copyOf(tested.values()));
        values.put(
                "oddityKinds", bids.oddities().keySet().stream().map(Enum::name).toList());
        values.put("oddityCounts", List.copyOf(bids.oddities().values()));
        return values;
    }

    Stream<Map<String, @Nullable Object>> lots() {
        return IntStream.range(0, analysis.market().lots())
                .mapToObj(lot -> lot(run, LotFigures.of(analysis, lot), false, computedAt));
    }

    /** @param provisional whether it was computed by itself */
    static Map<String, @Nullable Object> lot(
            String run, LotFigures lot, boolean provisional, ZonedDateTime computedAt) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("computedAt", computedAt);
        values.put("provisional", provisional);
        values.put("bids", lot.bids());
        values.put("priced", lot.priced());
        values.put("usable", lot.usable());
        number(values, "score", lot.score());
        number(values, "closeness", lot.closeness());
        number(values, "usual", lot.usual());
        for (Screen screen : Screen.values()) {
            number(values, screen.column(), lot.screen(screen));
        }
        subgroups(values, lot);
        words(values, Words.ofLot(lot));
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("lot", lot.lot());
        row.put("run", run);
        row.put("id", NodeId.of("lsc", List.of(lot.lot())));
        row.put(ONLY, values);
        return row;
    }

    /** The columns come in fours, the same screen over the same groups. */
    private static void subgroups(Map<String, @Nullable Object> values, LotFigures lot) {
        List<String> columns = SubgroupScreens.columns();
        List<String> screens = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        List<List<Double>> each = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int column = 0; column < columns.size(); column += each.size()) {
            String[] name = columns.get(column).split("_", 3);
            sizes.add(Integer.valueOf(name[0].replaceFirst("\\D+", "")));
            screens.add(name[1]);
            for (int sum = 0; sum < each.size(); sum++) {
                each.get(sum).add(lot.subgroup(column + sum));
            }
        }
        values.put("subgroupSizes", sizes);
        values.put("subgroupScreens", screens);
        values.put("subgroupMeans", each.get(0));
        values.put("subgroupMedians", each.get(1));
        values.put("subgroupMins", each.get(2));
        values.put("subgroupMaxs", each.get(3));
    }

    Stream<Map<String, @Nullable Object>> firms() {
        return analysis.firms().stream().map(this::firm);
    }

    private Map<String, @Nullable Object> firm(Firm firm) {
        String company = analysis.market().firm(firm.number());
        Map<String, @Nullable Object> values = result("bsc", List.of(company));
        values.put("lots", firm.lots());
        values.put("wins", firm.wins());
        values.put("partners", firm.partners());
        values.put("closestTogether", firm.closestTogether());
        values.put("cover", firm.cover());
        number(values, "score", firm.score());
        number(values, "usual", firm.usual());
        number(values, "suspicion", firm.suspicion());
        number(values, "beatenShare", firm.beatenShare());
        words(values, Words.ofFirm(firm, bids::name));
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("company", company);
        row.put("closest", name(firm.closest()));
        row.put("beatenBy", name(firm.beatenBy()));
        row.put(ONLY, values);
        return row;
    }

    Stream<Map<String, @Nullable Object>> pairs() {
        return analysis.pairs().stream().map(this::pair);
    }

    private Map<String, @Nullable Object> pair(Pair pair) {
        String a = analysis.market().firm(pair.a());
        String b = analysis.market().firm(pair.b());
        Map<String, @Nullable Object> values =
                result("bpr", Stream.of(a, b).sorted().toList());
        values.put("together", pair.together());
        values.put("absent", pair.absent());
        number(values, "score", pair.score());
        number(values, "expected", pair.expected());
        number(values, "z", pair.z());
        number(values, "jaccard", pair.jaccard());
        number(values, "suspicion", pair.suspicion());
        number(values, "nearness", pair.nearness());
        number(values, "ratioDeviation", pair.ratioDeviation());
        number(values, "recurrentWinner", pair.recurrentWinner());
        words(values, Words.ofPair(pair));
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("a", a);
        row.put("b", b);
        row.put("aWins", pair.aWins());
        row.put("bWins", pair.bWins());
        row.put(ONLY, values);
        return row;
    }

    Stream<Map<String, @Nullable Object>> groups() {
        List<Group> groups = analysis.groups();
        return IntStream.range(0, groups.size()).mapToObj(place -> group(place + 1, groups.get(place)));
    }

    private Map<String, @Nullable Object> group(int number, Group group) {
        List<String> members =
                group.members().stream().map(analysis.market()::firm).toList();
        Map<String, @Nullable Object> values =
                result("bgr", members.stream().sorted().toList());
        values.put("number", number);
        values.put("size", members.size());
        values.put("lots", group.lots());
        values.put("wins", group.wins());
        number(values, "score", group.score());
        number(values, "coherence", group.coherence());
        number(values, "exclusivity", group.exclusivity());
        number(values, "density", group.density());
        number(values, "suspicion", group.suspicion());
        number(values, "entropy", group.entropy());
        number(values, "rotation", group.rotation());
        number(values, "division", group.division());
        words(values, Words.ofGroup(group));
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("members", members);
        row.put(ONLY, values);
        return row;
    }

    private Map<String, @Nullable Object> result(String kind, List<String> about) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", NodeId.of(kind, about));
        values.put("run", run);
        values.put("computedAt", computedAt);
        return values;
    }

    private @Nullable String name(int firm) {
        return firm < 0 ? null : analysis.market().firm(firm);
    }

    private static void words(Map<String, @Nullable Object> values, Words words) {
        values.put(WordsValue.CHINESE, words.chinese());
        values.put(WordsValue.ENGLISH, words.english());
    }

    /** What is no number is not there. */
    private static void number(Map<String, @Nullable Object> values, String name, double value) {
        values.put(name, Double.isNaN(value) ? null : value);
    }
}
