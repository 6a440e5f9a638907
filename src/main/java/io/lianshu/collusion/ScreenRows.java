package io.lianshu.collusion;

import io.lianshu.collusion.core.Analysis;
import io.lianshu.collusion.core.Firm;
import io.lianshu.collusion.core.Group;
import io.lianshu.collusion.core.Market;
import io.lianshu.collusion.core.Pair;
import io.lianshu.collusion.core.Screen;
import io.lianshu.collusion.core.SubgroupScreens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The rows of the tables of an analysis, and their headers. What is not known is empty. */
final class ScreenRows {

    static final List<String> FIRM = List.of(
            "bidder",
            "score",
            "lots",
            "wins",
            "usual",
            "suspicion",
            "partners",
            "closest",
            "closest_together",
            "beaten_by",
            "beaten_share",
            "cover",
            "explanation_zh",
            "explanation_en");

    static final List<String> PAIR = List.of(
            "a",
            "b",
            "score",
            "together",
            "expected",
            "z",
            "jaccard",
            "suspicion",
            "nearness",
            "ratio_deviation",
            "a_wins",
            "b_wins",
            "recurrent_winner",
            "absent",
            "explanation_zh",
            "explanation_en");

    static final List<String> GROUP = List.of(
            "group",
            "members",
            "coherence",
            "exclusivity",
            "rotation",
            "score",
            "size",
            "density",
            "lots",
            "suspicion",
            "wins",
            "entropy",
            "division",
            "explanation_zh",
            "explanation_en");

    private ScreenRows() {}

    static List<String> lot() {
        List<String> header = new ArrayList<>(List.of("lot", "bids", "score", "usable"));
        Arrays.stream(Screen.values()).map(Screen::column).forEach(header::add);
        header.addAll(SubgroupScreens.columns());
        header.addAll(List.of("explanation_zh", "explanation_en"));
        return header;
    }

    static List<String> of(Analysis analysis, int lot) {
        List<String> row = new ArrayList<>(List.of(
                analysis.market().lot(lot),
                Integer.toString(analysis.market().bids(lot)),
                number(analysis.lotScores().score(lot)),
                Boolean.toString(analysis.usable(lot))));
        Arrays.stream(analysis.screens(lot)).mapToObj(ScreenRows::number).forEach(row::add);
        Arrays.stream(analysis.subgroups(lot)).mapToObj(ScreenRows::number).forEach(row::add);
        return explained(row, Words.ofLot(LotFigures.of(analysis, lot)));
    }

    static List<String> of(Analysis analysis, Firm firm) {
        Market market = analysis.market();
        List<String> row = new ArrayList<>(List.of(
                market.firm(firm.number()),
                number(firm.score()),
                Integer.toString(firm.lots()),
                Integer.toString(firm.wins()),
                number(firm.usual()),
                number(firm.suspicion()),
                Integer.toString(firm.partners()),
                name(market, firm.closest()),
                Integer.toString(firm.closestTogether()),
                name(market, firm.beatenBy()),
                number(firm.beatenShare()),
                Boolean.toString(firm.cover())));
        return explained(row, Words.ofFirm(firm, market::firm));
    }

    static List<String> of(Market market, Pair pair) {
        List<String> row = new ArrayList<>(List.of(
                market.firm(pair.a()),
                market.firm(pair.b()),
                number(pair.score()),
                Integer.toString(pair.together()),
                number(pair.expected()),
                number(pair.z()),
                number(pair.jaccard()),
                number(pair.suspicion()),
                number(pair.nearness()),
                number(pair.ratioDeviation()),
                Integer.toString(pair.aWins()),
                Integer.toString(pair.bWins()),
                number(pair.recurrentWinner()),
                Integer.toString(pair.absent())));
        return explained(row, Words.ofPair(pair));
    }

    static List<String> of(Market market, int number, Group group) {
        List<String> row = new ArrayList<>(List.of(
                Integer.toString(number),
                group.members().stream().map(market::firm).collect(Collectors.joining(" | ")),
                number(group.coherence()),
                number(group.exclusivity()),
                number(group.rotation()),
                number(group.score()),
                Integer.toString(group.members().size()),
                number(group.density()),
                Integer.toString(group.lots()),
                number(group.suspicion()),
                Integer.toString(group.wins()),
                number(group.entropy()),
                number(group.division())));
        return explained(row, Words.ofGroup(group));
    }

    private static List<String> explained(List<String> row, Words words) {
        row.add(words.chinese());
        row.add(words.english());
        return row;
    }

    private static String name(Market market, int firm) {
        return firm < 0 ? "" : market.firm(firm);
    }

    static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
