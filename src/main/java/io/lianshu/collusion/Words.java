package io.lianshu.collusion;

import io.lianshu.collusion.core.Expansion;
import io.lianshu.collusion.core.Firm;
import io.lianshu.collusion.core.Group;
import io.lianshu.collusion.core.Pair;
import io.lianshu.collusion.core.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Says in words why something has its score, in Chinese and English: what was seen, never what it would prove. */
record Words(String chinese, String english) {

    private static final double FEW = 0.05;
    private static final double FIXED = 0.01;

    static Words ofLot(LotFigures lot) {
        Sentence said = new Sentence();
        int priced = lot.priced();
        said.add("%d 个报价", "%d prices", priced);
        double cv = lot.screen(Screen.CV);
        if (Double.isNaN(cv)) {
            return said.add("不能做报价筛查", "too few to be screened").words();
        }
        said.add(
                "变异系数 %.2f%%、极差率 %.2f%%，报价比 %.0f%% 的标段集中",
                "coefficient of variation %.2f%%, spread %.2f%%, closer than %.0f%% of the lots",
                cv * 100,
                lot.screen(Screen.SPD) * 100,
                lot.closeness() * 100);
        said.add(
                "其投标人的其他标段，报价比 %.0f%% 的集中",
                "where its bidders bid otherwise, prices are closer than in %.0f%%", lot.usual() * 100);
        if (lot.screen(Screen.RD) > 1) {
            said.add(
                    "最低价独低（相对距离 %.2f）",
                    "the lowest price stands apart (relative distance %.2f)", lot.screen(Screen.RD));
        }
        series(lot, said);
        if (!lot.usable()) {
            said.add("本市场或本标段的报价不作为线索", "prices are no lead in this market or lot");
        }
        return said.words();
    }

    private static void series(LotFigures lot, Sentence said) {
        int priced = lot.priced();
        if (lot.screen(Screen.ARITHMETIC) < Screen.ARITHMETIC_BELOW && priced > 2) {
            said.add("报价近于等差", "prices are close to an arithmetic series");
        } else if (lot.screen(Screen.GEOMETRIC) < Screen.GEOMETRIC_BELOW && priced > 3) {
            said.add("相邻报价之比近于相等", "ratios of neighbouring prices are nearly equal");
        }
        if (lot.screen(Screen.IDENTICAL) > 0) {
            said.add("%.0f 个报价与他人相同", "%.0f prices equal another", lot.screen(Screen.IDENTICAL));
        }
        if (lot.screen(Screen.TAILS) > 0) {
            said.add("%.0f 个报价尾数与他人相同", "%.0f prices end like another", lot.screen(Screen.TAILS));
        }
    }

    /** @param names what to call firms by their numbers */
    static Words ofFirm(Firm firm, IntFunction<String> names) {
        Sentence said = new Sentence();
        said.add("投标 %d 个标段，中标 %d 个", "bid for %d lots, won %d", firm.lots(), firm.wins());
        said.add(
                "所投标段得分合计 %.1f，报价集中程度平均居 %.0f%%",
                "its lots' scores add up to %.1f, their prices' closeness stands at %.0f%% on average",
                firm.suspicion(),
                firm.usual() * 100);
        if (firm.closestTogether() > 1) {
            said.add(
                    "与%3$s同投 %1$d 次，共遇 %2$d 家",
                    "met %3$s %1$d times, and %2$d firms in all",
                    firm.closestTogether(),
                    firm.partners(),
                    names.apply(firm.closest()));
        }
        if (firm.cover()) {
            said.add(
                    "未中标的标段有 %.0f%% 由%s中标，可作为陪标线索核查",
                    "%.0f%% of what it lost went to %s, a lead to cover bids",
                    firm.beatenShare() * 100,
                    names.apply(firm.beatenBy()));
        }
        return said.words();
    }

    static Words ofPair(Pair pair) {
        Sentence said = new Sentence();
        said.add("同投 %d 个标段，按机会应为 %.1f", "met in %d lots, %.1f by chance", pair.together(), pair.expected());
        said.add("这些标段得分合计 %.1f", "the scores of these lots add up to %.1f", pair.suspicion());
        if (pair.nearness() > 0) {
            said.add("两家报价名次比机会更近（%.2f）", "their prices stand nearer than by chance (%.2f)", pair.nearness());
        }
        if (pair.ratioDeviation() < FIXED) {
            said.add(
                    "两家报价之比近于固定（变异 %.1f%%）",
                    "the ratio of their prices is nearly fixed (varies by %.1f%%)", pair.ratioDeviation() * 100);
        }
        if (pair.aWins() + pair.bWins() > 2) {
            said.add(
                    "两家所中 %d 个标段中 %.0f%% 由同一家中标",
                    "of %d lots won by either, the same one won %.0f%%",
                    pair.aWins() + pair.bWins(),
                    pair.recurrentWinner() * 100);
        }
        return said.words();
    }

    static Words ofGroup(Group group) {
        Sentence said = new Sentence();
        said.add(
                "%d 家企业，至少两家同投的标段 %d 个",
                "%d firms, in %d lots at least two of them bid", group.members().size(), group.lots());
        said.add(
                "凝聚度 %.2f、排他度 %.2f、内部联系 %.0f%%",
                "coherence %.2f, exclusivity %.2f, %.0f%% of the pairs tied",
                group.coherence(),
                group.exclusivity(),
                group.density() * 100);
        if (group.rotation() < FEW) {
            said.add("中标轮流出现（机会概率 %.3f）", "winners take turns (chance %.3f)", group.rotation());
        }
        if (group.division() < FEW) {
            said.add("中标按招标人分开（机会概率 %.3f）", "winners keep to buyers (chance %.3f)", group.division());
        }
        return said.words();
    }

    static Words ofLead(Expansion.Lead lead, Firm firm) {
        Sentence said = new Sentence();
        said.add("在 %d 个标段与已知成员同投", "bid in %d lots together with known members", lead.met());
        if (lead.evidence() > 0) {
            said.add(
                    "所投标段更像成员（对数似然比 %.1f）",
                    "the lots it entered are those of a member (log likelihood ratio %.1f)", lead.evidence());
        } else {
            said.add(
                    "所投标段不更像成员（对数似然比 %.1f）",
                    "the lots it entered are not those of a member (log likelihood ratio %.1f)", lead.evidence());
        }
        said.add("自身得分 %.2f", "its own score is %.2f", firm.score());
        return said.words();
    }

    /** Parts of a sentence, in two languages at once. */
    private static final class Sentence {

        private final List<String> chinese = new ArrayList<>();
        private final List<String> english = new ArrayList<>();

        Sentence add(String zh, String en, Object... values) {
            chinese.add(Phrase.of(zh).with(values));
            english.add(Phrase.of(en).with(values));
            return this;
        }

        Words words() {
            return new Words(String.join("；", chinese) + "。", String.join("; ", english) + ".");
        }
    }
}
