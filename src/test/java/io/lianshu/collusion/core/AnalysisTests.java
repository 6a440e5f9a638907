package io.lianshu.collusion.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalysisTests {

    private static final double CLOSE = 1e-9;

    /** Lots in which a firm bids, by its offers alone. */
    private static Map<String, Set<String>> lotsByFirm(List<Offer> offers) {
        return offers.stream()
                .collect(Collectors.groupingBy(
                        offer -> String.valueOf(offer.bidder()), Collectors.mapping(Offer::lot, Collectors.toSet())));
    }

    private static Map<String, Double> lotScores(Analysis analysis) {
        Map<String, Double> scores = new HashMap<>();
        for (int lot = 0; lot < analysis.market().lots(); lot++) {
            scores.put(
                    analysis.market().lot(lot),
                    analysis.evidence().usable() ? analysis.lotScores().score(lot) : 0.5);
        }
        return scores;
    }

    @Property(tries = 40)
    void pairsAreWhatCountingThemOneByOneGives(@ForAll long seed) {
        List<Offer> offers = Markets.random(seed, 40, 12);
        Analysis analysis = Analysis.of(Markets.of(offers));
        Map<String, Set<String>> lots = lotsByFirm(offers);
        Map<String, Double> scores = lotScores(analysis);
        Map<String, String> strata = new HashMap<>();
        offers.forEach(offer -> strata.put(
                offer.lot(),
                offer.category() + (offer.date() == null ? "" : offer.date().getYear())));
        Map<String, Double> firmScores = analysis.firms().stream()
                .collect(Collectors.toMap(firm -> analysis.market().firm(firm.number()), Firm::score));
        int found = 0;
        for (String a : lots.keySet()) {
            for (String b : lots.keySet()) {
                Set<String> together =
                        lots.get(a).stream().filter(lots.get(b)::contains).collect(Collectors.toSet());
                if (a.compareTo(b) >= 0 || together.size() < 2) {
                    continue;
                }
                found++;
                Pair pair = analysis.pairs().stream()
                        .filter(p -> analysis.market().firm(p.a()).equals(a)
                                && analysis.market().firm(p.b()).equals(b))
                        .findFirst()
                        .orElseThrow();
                double suspicion = together.stream().mapToDouble(scores::get).sum();
                assertThat(pair.together()).isEqualTo(together.size());
                assertThat(pair.suspicion()).isCloseTo(suspicion, within(CLOSE));
                assertThat(pair.score())
                        .isCloseTo(Math.sqrt(firmScores.get(a) * firmScores.get(b)) + suspicion, within(CLOSE));
                assertThat(pair.aWins()).isEqualTo(wins(offers, a, together));
                assertThat(pair.bWins()).isEqualTo(wins(offers, b, together));
                double expected = 0;
                double absent = 0;
                for (String stratum : Set.copyOf(strata.values())) {
                    Set<String> all = strata.keySet().stream()
                            .filter(lot -> strata.get(lot).equals(stratum))
                            .collect(Collectors.toSet());
                    long ofA = lots.get(a).stream().filter(all::contains).count();
                    long ofB = lots.get(b).stream().filter(all::contains).count();
                    expected += (double) ofA * ofB / all.size();
                    absent += ofA > 0 && ofB > 0
                            ? all.stream()
                                    .filter(lot -> !lots.get(a).contains(lot)
                                            && !lots.get(b).contains(lot))
                                    .count()
                            : 0;
                }
                assertThat(pair.expected()).isCloseTo(expected, within(CLOSE));
                assertThat((double) pair.absent()).isEqualTo(absent);
            }
        }
        assertThat(analysis.pairs()).hasSize(found);
        assertThat(analysis.pairsFound()).isEqualTo(found);
    }

    private static int wins(List<Offer> offers, String firm, Set<String> lots) {
        return (int) offers.stream()
                .filter(offer ->
                        firm.equals(offer.bidder()) && lots.contains(offer.lot()) && Boolean.TRUE.equals(offer.won()))
                .count();
    }

    @Property(tries = 20)
    void aFirmsScoreIsTheMeanOfItsLotsAndItsTies(@ForAll long seed) {
        List<Offer> offers = Markets.random(seed, 30, 9);
        Analysis analysis = Analysis.of(Markets.of(offers));
        Map<String, Set<String>> lots = lotsByFirm(offers);
        Map<String, Double> scores = lotScores(analysis);
        for (Firm firm : analysis.firms()) {
            Set<String> own = lots.get(analysis.market().firm(firm.number()));
            double sum = own.stream().mapToDouble(scores::get).sum();
            double squares = 0;
            for (Map.Entry<String, Set<String>> other : lots.entrySet()) {
                if (!other.getKey().equals(analysis.market().firm(firm.number()))) {
                    double tie = own.stream()
                            .filter(other.getValue()::contains)
                            .mapToDouble(scores::get)
                            .sum();
                    squares += tie * tie;
                }
            }
            assertThat(firm.score()).isCloseTo(Math.sqrt(sum * Math.sqrt(squares)), within(CLOSE));
        }
    }

    @Test
    void theOrderOfTheTableDoesNotMatter() {
        List<Offer> offers = Markets.withRing(3, 120, true);
        List<Offer> shuffled = new ArrayList<>(offers);
        Collections.shuffle(shuffled, new Random(9));
        Analysis one = Analysis.of(Markets.of(offers));
        Analysis other = Analysis.of(Markets.of(shuffled));
        assertThat(named(other)).containsExactlyElementsOf(named(one));
        assertThat(other.firms().get(0).score()).isCloseTo(one.firms().get(0).score(), within(1e-6));
        assertThat(other.groups()).hasSameSizeAs(one.groups());
    }

    private static List<String> named(Analysis analysis) {
        return analysis.firms().stream()
                .limit(5)
                .map(firm -> analysis.market().firm(firm.number()))
                .sorted()
                .toList();
    }

    @Test
    void theSameTableGivesTheSameNumbersToTheLastDigit() {
        List<Offer> offers = Markets.withRing(5, 120, true);
        Analysis one = Analysis.of(Markets.of(offers));
        Analysis other = Analysis.of(Markets.of(offers));
        assertThat(other.pairs()).isEqualTo(one.pairs());
        assertThat(other.firms()).isEqualTo(one.firms());
        assertThat(other.groups()).isEqualTo(one.groups());
        assertThat(other.evidence()).isEqualTo(one.evidence());
    }

    @Test
    void aPlantedRingComesFirstAsFirmsPairsAndGroup() {
        Analysis analysis = Analysis.of(Markets.of(Markets.withRing(1, 150, true)));
        assertThat(analysis.evidence().reason()).isEqualTo(Evidence.Reason.FOLLOWS_BIDDERS);
        assertThat(named(analysis)).containsExactly("R0", "R1", "R2", "R3", "R4");
        assertThat(analysis.pairs().subList(0, 10))
                .allSatisfy(pair -> assertThat(analysis.market().firm(pair.a())
                                + analysis.market().firm(pair.b()))
                        .matches("R.R."));
        Group group = analysis.groups().get(0);
        assertThat(group.members().stream().map(analysis.market()::firm))
                .containsExactlyInAnyOrder("R0", "R1", "R2", "R3", "R4");
        assertThat(group.exclusivity()).isEqualTo(1);
        assertThat(group.rotation()).as("they win in turn").isLessThan(0.01);
        assertThat(group.entropy()).isCloseTo(1, within(0.01));
    }

    @Test
    void twoKnownMembersLeadToTheOthers() {
        Market market = Markets.of(Markets.withRing(1, 150, true));
        Analysis analysis = Analysis.of(market);
        int[] known = IntStream.range(0, market.firms())
                .filter(firm -> Set.of("R0", "R3").contains(market.firm(firm)))
                .toArray();
        List<Expansion.Lead> leads = analysis.expand(known);
        assertThat(leads.subList(0, 3).stream().map(lead -> market.firm(lead.number())))
                .containsExactlyInAnyOrder("R1", "R2", "R4");
        assertThat(leads).noneMatch(lead -> Set.of("R0", "R3").contains(market.firm(lead.number())));
        assertThat(analysis.expand(new int[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void dispersionThatFollowsNobodyIsNoLead(long seed) {
        assertThat(Analysis.of(Markets.of(Markets.withoutLink(seed, 200)))
                        .evidence()
                        .reason())
                .isEqualTo(Evidence.Reason.NO_LINK);
    }

    @Test
    void withoutNamesOrLotsItSaysThatItCannotTell() {
        List<Offer> hidden = Markets.withoutLink(1, 200).stream()
                .map(offer -> new Offer(
                        offer.place(), offer.lot(), null, offer.price(), null, null, null, null, null, null, true))
                .toList();
        assertThat(Analysis.of(Markets.of(hidden)).evidence().reason()).isEqualTo(Evidence.Reason.NOTHING_SUPPORTS_IT);
        assertThat(Analysis.of(Markets.of(Markets.withRing(1, 20, true)))
                        .evidence()
                        .reason())
                .isEqualTo(Evidence.Reason.TOO_FEW_LOTS);
    }

    @Test
    void unknownFirmsAreNeverOneFirm() {
        Analysis analysis = Analysis.of(Markets.of(Markets.withRing(1, 60, false)));
        assertThat(analysis.firms()).isEmpty();
        assertThat(analysis.pairs()).isEmpty();
        assertThat(analysis.market().firms()).isEqualTo(analysis.market().bids());
    }

    @Test
    void aLotOpenedLaterIsScoredWithoutTheRest() {
        List<Offer> offers = Markets.withRing(1, 151, true);
        Market before = Markets.of(
                offers.stream().filter(offer -> !offer.lot().equals("L150")).toList());
        Analysis full = Analysis.of(Markets.of(offers));
        double[] prices = full.market().prices(150);
        int[] bidders = IntStream.range(0, before.firms())
                .filter(firm -> before.firm(firm).startsWith("R"))
                .toArray();
        double alone = Analysis.of(before).lotScores().scoreOf(PriceScreens.of(prices), bidders);
        assertThat(alone).isCloseTo(full.lotScores().score(150), within(0.1));
    }

    @Test
    void aMarketOfNothingIsAnalysedToo() {
        Analysis analysis = Analysis.of(Markets.of(List.of()));
        assertThat(analysis.firms()).isEmpty();
        assertThat(analysis.groups()).isEmpty();
        assertThat(analysis.evidence().usable()).isFalse();
    }

    @Test
    void tenThousandBiddersInALotAreCounted() {
        List<Offer> offers = new ArrayList<>();
        for (int lot = 0; lot < 2; lot++) {
            for (int firm = 0; firm < 10_000; firm++) {
                offers.add(Markets.offer("L" + lot, "F" + firm, 100 + firm, false));
            }
        }
        Analysis analysis = Analysis.of(Markets.of(offers), 50, part -> {});
        assertThat(analysis.pairsFound()).isEqualTo(10_000L * 9_999 / 2);
        assertThat(analysis.pairs()).hasSize(50);
    }
}
