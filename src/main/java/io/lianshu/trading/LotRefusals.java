package io.lianshu.trading;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.CommandRefusals;
import io.lianshu.platform.viewer.Role;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What speaks against a step of trading: the words and articles that several commands have in common. */
final class LotRefusals {

    private final CommandCall call;
    private final CommandRefusals refusals;

    LotRefusals(CommandCall call, CodeLists codes) {
        this.call = call;
        this.refusals = new CommandRefusals(call, codes);
    }

    /** What is gathered so far, to be added to. */
    CommandRefusals all() {
        return refusals;
    }

    boolean none() {
        return refusals.none();
    }

    /** Nothing was changed; the payload shows the node as it is. */
    CommandOutcome refused(String subject) {
        return CommandOutcome.refused(subject, refusals.found());
    }

    static CommandOutcome unknown(CommandCall call, CodeLists codes, String field) {
        CommandRefusals refusals = new CommandRefusals(call, codes);
        refusals.unknown(field);
        return CommandOutcome.refused(null, refusals.found());
    }

    /** Refused with a rule's article. */
    void broken(String code, String field, TradeRule rule, String chinese, String english) {
        refusals.add(code, field, field + "：" + chinese + rule.cited(), field + ": " + english + rule.citedEnglish());
    }

    /** The caller must run trades at the platform. */
    void runsAt(Map<String, Object> platform, boolean mine) {
        boolean town = "TOWN".equals(platform.get("tier"));
        boolean role = town
                ? call.viewer().hasAnyOf(Set.of(Role.TOWN_TRADER))
                : call.viewer().hasAnyOf(Set.of(Role.TRADING_CENTRE));
        if (!mine || !role) {
            refusals.notYours("此平台的交易由该平台的经办人员办理", "trades of this platform are for those who run trades there");
        }
    }

    /** The caller runs trades where the security is held: at the lot's platform, an annual one at the district's. */
    void holds(SecurityFacts security) {
        LotFacts lot = security.lot();
        if (lot != null) {
            runsAt(lot.platform(), lot.mine());
        } else if (!security.atCentre() || !call.viewer().hasAnyOf(Set.of(Role.TRADING_CENTRE))) {
            refusals.notYours(
                    "年度保证金由区交易中心经办人员办理", "annual deposits are for those who run trades at the district's platform");
        }
    }

    /** What is new begins at a licensed platform only; what is under way there is carried to its end. */
    void licensed(Map<String, Object> platform, String field) {
        if (!Boolean.TRUE.equals(platform.get("licensed"))) {
            refusals.conflict(
                    "PLATFORM_NOT_LICENSED",
                    field,
                    field + "：该交易站未挂牌，不能开展新的交易；考核合格并挂牌后方可",
                    field
                            + ": the station is not licensed; it may begin trades once it passes its assessment and is licensed");
        }
    }

    /** The caller runs trades where the lot is, and the lot may take this step. */
    void step(LotFacts facts, LotStatus wanted) {
        runsAt(facts.platform(), facts.mine());
        follows(facts, wanted);
    }

    void follows(LotFacts facts, LotStatus wanted) {
        Set<LotStatus> next = facts.status().next();
        if (!next.contains(wanted)) {
            String names = next.isEmpty() ? "—" : next.stream().map(Enum::name).collect(Collectors.joining("、"));
            refusals.conflict(
                    "NOT_NEXT",
                    "lot",
                    "lot：当前状态 " + facts.status() + " 之后只能是 " + names,
                    "lot: after " + facts.status() + " only these may follow: " + names.replace("、", ", "));
        }
    }

    /**
     * 招标投标法实施条例第二十二条、第五十四条: the procedure rests while anything is pending, and what was upheld about the result brings
     * the bids before the committee again.
     */
    void settled(String field, LotFacts facts) {
        if (facts.openChallenges() > 0) {
            refusals.conflict(
                    "CHALLENGE_OPEN",
                    field,
                    field + "：有 " + facts.openChallenges() + " 件异议或投诉未作出处理，处理前暂停招标投标活动（招标投标法实施条例第二十二条、第五十四条）",
                    field + ": objections or complaints are pending (" + facts.openChallenges()
                            + "); the procedure rests until they are answered (Implementing Regulation, articles 22 and 54)");
        }
        if (facts.needsAnotherEvaluation()) {
            refusals.conflict(
                    "EVALUATION_DUE",
                    field,
                    field + "：对评标结果的异议或投诉已成立，须先用 recordEvaluation 重新评标并重新公示候选人（招标投标法实施条例第五十四条）",
                    field
                            + ": a challenge of the result was upheld; the committee reports again with recordEvaluation and the candidates"
                            + " are made public anew first (Implementing Regulation, article 54)");
        }
    }

    /** Ceiling and security of the input, each held against the estimate; one that is no amount says nothing about them. */
    void amounts(long estimate, TradeRules rules) {
        Long control = call.fen("controlPrice");
        if (control != null) {
            positive("controlPrice", control);
            if (estimate > 0 && control > estimate) {
                refusals.add(
                        "ABOVE_ESTIMATE",
                        "controlPrice",
                        "controlPrice：最高限价不能高于估算价 " + yuan(estimate) + " 元",
                        "controlPrice: the ceiling must not be above the estimate of " + yuan(estimate) + " yuan");
            }
        }
        Long deposit = call.fen("requiredDeposit");
        if (deposit != null) {
            positive("requiredDeposit", deposit);
            if (estimate > 0) {
                deposit(rules, estimate, deposit);
            }
        }
    }

    /** At most the share of the estimate that the rule allows. */
    private void deposit(TradeRules rules, long estimate, long deposit) {
        Optional<TradeRule> most = rules.find(RuleKind.DEPOSIT, refusals);
        most.filter(rule -> deposit > rule.shareOf(estimate))
                .ifPresent(rule -> broken(
                        "DEPOSIT_TOO_HIGH",
                        "requiredDeposit",
                        rule,
                        "投标保证金不得超过估算价的 " + rule.count() + "%，即 " + yuan(rule.shareOf(estimate)) + " 元",
                        "the bid security must not exceed " + rule.count() + " % of the estimate, which is "
                                + yuan(rule.shareOf(estimate)) + " yuan"));
    }

    void positive(String field, long fen) {
        if (fen <= 0) {
            refusals.add("BAD_VALUE", field, field + "：应大于 0", field + ": must be more than 0");
        }
    }

    /** An amount as it is written. */
    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
