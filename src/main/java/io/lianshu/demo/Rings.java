package io.lianshu.demo;

import io.lianshu.demo.CompanySample.Firm;
import io.lianshu.demo.District.Made;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Firms that act together in the prices of lots, and in which lots: what statistics may notice and no identifier shows. */
final class Rings {

    /** How the members of a ring share lots out; how many others bid beside them. */
    enum Scheme {
        ROTATION(4, 1, 2, "39(2)", "rotation-ring", "轮流中标且报价等差", "take turns at winning, with prices in even steps"),
        COVER(
                4,
                0,
                0,
                "39(1)",
                "cover-bidding",
                "陪标：报价高度集中且无其他投标人",
                "cover bids: prices lie close together and nobody else bids"),
        DIVISION(
                3,
                3,
                5,
                "39(5)",
                "market-division",
                "划分区域：各自只在本地投标并中标",
                "divide the market: each bids and wins in its own town only"),
        PAIR(
                2,
                3,
                5,
                "39(2)",
                "recurrent-winner",
                "结伴投标且中标人固定，报价成固定倍数",
                "bid together, one always wins, prices in a fixed ratio"),
        ARITHMETIC(5, 0, 1, "40(4)", "arithmetic-prices", "报价成等差数列", "prices form an arithmetic series"),
        GEOMETRIC(5, 0, 1, "40(4)", "geometric-prices", "报价成等比数列", "prices form a geometric series"),
        IDENTICAL(2, 4, 5, "40(4)", "identical-prices", "报价完全相同", "prices are identical");

        private final int members;
        private final int leastOthers;
        private final int mostOthers;
        private final String clause;
        private final String kind;
        private final String chinese;
        private final String english;

        Scheme(
                int members,
                int leastOthers,
                int mostOthers,
                String clause,
                String kind,
                String chinese,
                String english) {
            this.members = members;
            this.leastOthers = leastOthers;
            this.mostOthers = mostOthers;
            this.clause = clause;
            this.kind = kind;
            this.chinese = chinese;
            this.english = english;
        }

        boolean lasts() {
            return this == ROTATION || this == COVER || this == DIVISION || this == PAIR;
        }
    }

    /** The places of four of the sample's builders, the fellows: they share machines, accounts and people as well. */
    static final List<Integer> FELLOWS = List.of(4, 11, 19, 27);

    private static final int SAMPLE_LOTS = 40;
    private static final int SAMPLE_BUILDERS = 36;

    /** Some builders, by their places. */
    record Ring(Scheme scheme, List<Integer> members, List<String> towns) {}

    /** A ring's lot, and which of its lots it is. */
    record Turn(Ring ring, int number) {

        boolean isFellowship() {
            return ring.members().equals(FELLOWS);
        }

        /** Members who bid in this lot. */
        List<Integer> bidders() {
            return ring.scheme() == Scheme.DIVISION
                    ? List.of(ring.members().get(number % ring.members().size()))
                    : ring.members();
        }

        int others(Draws draws) {
            return draws.between(ring.scheme().leastOthers, ring.scheme().mostOthers);
        }

        /** What a member offers, in yuan, below the control price. */
        long price(long control, int builder) {
            int member = ring.members().indexOf(builder);
            int size = ring.members().size();
            return switch (ring.scheme()) {
                case ROTATION -> control * 93 / 100 + control / 90 * Math.floorMod(member - number, size);
                case COVER ->
                    control * 97 / 100 + control * 2 / 1000 * Math.floorMod(member - number, size) + member * 137L;
                case DIVISION -> control * 96 / 100;
                case PAIR -> member == 0 ? control / 1000 * 900 : control / 1000 * 918;
                case ARITHMETIC -> control * 92 / 100 + control / 80 * member;
                case GEOMETRIC -> Math.round(control * 0.92 * Math.pow(1.014, member));
                case IDENTICAL -> control * 941 / 1000;
            };
        }

        /** Below which nobody else offers. */
        long floor(long control) {
            return ring.scheme() == Scheme.DIVISION ? control * 975 / 1000 : 0;
        }
    }

    private final Map<Integer, Turn> turns = new LinkedHashMap<>();
    private final Set<Integer> reserved = new HashSet<>(FELLOWS);

    /**
     * @param lots how many there are
     * @param townOf the town of a lot by its place; null when the lot is not opened
     */
    Rings(Scope scope, int builders, int lots, IntFunction<@Nullable String> townOf) {
        Ring fellows = new Ring(Scheme.ROTATION, FELLOWS, List.of());
        IntStream.range(0, SAMPLE_LOTS)
                .filter(lot -> lot % 6 == 1)
                .forEach(lot -> turns.put(lot, new Turn(fellows, lot / 6)));
        Draws draws = scope.draws("rings");
        List<Integer> free = new ArrayList<>(draws.several(
                builders, IntStream.range(SAMPLE_BUILDERS, builders).boxed().toList()));
        List<Integer> open = new ArrayList<>(draws.several(
                lots,
                IntStream.range(SAMPLE_LOTS, lots)
                        .filter(lot -> townOf.apply(lot) != null)
                        .boxed()
                        .toList()));
        int length = (int) Math.max(4, Math.round(16 * Math.min(1, scope.scale())));
        for (Scheme scheme : Scheme.values()) {
            int rings = scope.planted(scheme == Scheme.ROTATION || scheme == Scheme.GEOMETRIC ? 1 : 2);
            for (int i = 0; i < rings; i++) {
                List<Integer> members = List.copyOf(free.subList(0, scheme.members));
                free.subList(0, scheme.members).clear();
                occupy(
                        new Ring(scheme, members, towns(scheme, open, townOf)),
                        scheme.lasts() ? length : 1,
                        open,
                        townOf);
            }
        }
    }

    private static List<String> towns(Scheme scheme, List<Integer> open, IntFunction<@Nullable String> townOf) {
        return scheme != Scheme.DIVISION
                ? List.of()
                : open.stream()
                        .map(lot -> String.valueOf(townOf.apply(lot)))
                        .distinct()
                        .limit(scheme.members)
                        .toList();
    }

    private void occupy(Ring ring, int length, List<Integer> open, IntFunction<@Nullable String> townOf) {
        if (ring.scheme() == Scheme.DIVISION) {
            reserved.addAll(ring.members());
        }
        for (int number = 0; number < length; number++) {
            int home = number % Math.max(1, ring.towns().size());
            Predicate<Integer> fits =
                    lot -> ring.towns().isEmpty() || ring.towns().get(home).equals(townOf.apply(lot));
            Integer lot = open.stream().filter(fits).findFirst().orElse(null);
            if (lot != null) {
                open.remove(lot);
                turns.put(lot, new Turn(ring, number));
            }
        }
    }

    /** The turn that a lot is; null when nobody has shared it out. */
    @Nullable
    Turn of(int lot) {
        return turns.get(lot);
    }

    /** Whether a builder never bids beside its ring. */
    boolean isReserved(int builder) {
        return reserved.contains(builder);
    }

    void tell(Truth truth, CompanySample companies, Made made) {
        Map<Ring, List<String>> lots = new LinkedHashMap<>();
        turns.forEach((place, turn) ->
                lots.computeIfAbsent(turn.ring(), any -> new ArrayList<>()).add(made.lot(place)));
        lots.forEach((ring, codes) -> {
            Scheme scheme = ring.scheme();
            List<String> members = ring.members().stream()
                    .map(companies.builders()::get)
                    .map(Firm::creditCode)
                    .toList();
            Set<String> bids = new TreeSet<>();
            codes.forEach(lot -> made.bidsOf(lot).stream()
                    .filter(row -> members.contains(made.bids().cell(row, "tenderer")))
                    .forEach(row -> bids.add("Bid " + made.bids().cell(row, "bidNo"))));
            truth.guilty(scheme.clause, scheme.kind, codes, members, List.copyOf(bids), scheme.chinese, scheme.english);
        });
    }
}
