package io.lianshu.trading;

import io.lianshu.platform.write.RowCheck;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What should not happen to a lot, its bids, awards, securities and contracts, seen in one imported row: too early, too late, too dear,
 * twice, or where nobody may trade.
 */
@Component
class BidOrder implements RowCheck {

    private final Supplier<TradeRules> today;
    private @Nullable TradeRules rules;

    /** @param today the rules in force */
    BidOrder(Supplier<TradeRules> today) {
        this.today = today;
    }

    @Override
    public void begin() {
        rules = null;
    }

    @Override
    public List<Oddity> check(Row row) {
        List<Oddity> odd = new ArrayList<>();
        for (RowNode lot : row.nodes("Lot")) {
            if (lot.value("openedAt") instanceof ZonedDateTime opened
                    && lot.value("bidDeadline") instanceof ZonedDateTime deadline
                    && opened.isBefore(deadline)) {
                odd.add(early());
            }
        }
        for (RowNode bid : row.nodes("Bid")) {
            for (RowNode lot : bid.linked("FOR_LOT")) {
                if (bid.value("submittedAt") instanceof ZonedDateTime submitted
                        && lot.value("bidDeadline") instanceof ZonedDateTime deadline
                        && submitted.isAfter(deadline)) {
                    odd.add(late());
                }
                if (isMore(bid.value("price"), lot.value("controlPrice"))) {
                    odd.add(dear("BID_ABOVE_CONTROL_PRICE", "Bid.price", "投标价", "the bid"));
                }
            }
            if (bid.value("sequence") instanceof Long sequence && sequence > 1) {
                odd.add(twice());
            }
        }
        for (RowNode award : row.nodes("Award")) {
            for (RowNode lot : award.linked("AWARDED")) {
                if (isMore(award.value("amount"), lot.value("controlPrice"))) {
                    odd.add(dear("AWARD_ABOVE_CONTROL_PRICE", "Award.amount", "中标价", "the award"));
                }
                if (award.value("noticeAt") instanceof ZonedDateTime noticed
                        && lot.value("openedAt") instanceof ZonedDateTime opened
                        && noticed.isBefore(opened)) {
                    odd.add(order(
                            "AWARD_BEFORE_OPENING",
                            "Award.noticeAt",
                            "中标通知书早于开标",
                            "the notice of award is older than the opening"));
                }
            }
        }
        row.nodes("Deposit").forEach(deposit -> deposit(deposit, odd));
        row.nodes("Contract").forEach(contract -> contract(contract, odd));
        for (RowNode platform : row.nodes("TradingPlatform")) {
            boolean trades = !platform.linked("RUN_AT").isEmpty()
                    || !platform.linked("AT").isEmpty();
            if (trades && Boolean.FALSE.equals(platform.value("licensed"))) {
                odd.add(order(
                        "TRADED_WITHOUT_LICENCE", "TradingPlatform.licensed", "交易站未挂牌", "the station is not licensed"));
            }
        }
        return odd;
    }

    private void deposit(RowNode deposit, List<Oddity> odd) {
        for (RowNode bid : deposit.linked("SECURED_BY")) {
            for (RowNode lot : bid.linked("FOR_LOT")) {
                above(RuleKind.DEPOSIT, deposit.value("amount"), lot.value("estimate"))
                        .ifPresent(rule -> odd.add(over(
                                "DEPOSIT_TOO_HIGH",
                                "Deposit.amount",
                                "投标保证金超过估算价的 " + rule.count() + "%" + rule.cited(),
                                "the security is more than " + rule.count() + " % of the estimate"
                                        + rule.citedEnglish())));
            }
        }
    }

    private void contract(RowNode contract, List<Oddity> odd) {
        above(RuleKind.PERFORMANCE_BOND, contract.value("performanceBond"), contract.value("amount"))
                .ifPresent(rule -> odd.add(over(
                        "BOND_TOO_HIGH",
                        "Contract.performanceBond",
                        "履约保证金超过合同金额的 " + rule.count() + "%" + rule.cited(),
                        "the performance security is more than " + rule.count() + " % of the contract"
                                + rule.citedEnglish())));
        for (RowNode award : contract.linked("CONTRACTED")) {
            if (isMore(contract.value("amount"), award.value("amount"))) {
                odd.add(over(
                        "CONTRACT_ABOVE_AWARD", "Contract.amount", "合同金额高于中标价", "the contract is above the award"));
            }
            if (contract.value("signedOn") instanceof LocalDate signed
                    && award.value("noticeAt") instanceof ZonedDateTime noticed
                    && signed.isBefore(noticed.toLocalDate())) {
                odd.add(order(
                        "CONTRACT_BEFORE_NOTICE",
                        "Contract.signedOn",
                        "合同签订早于中标通知书",
                        "the contract is older than the notice of award"));
            }
        }
    }

    /** The rule whose share of the whole the part exceeds; empty when it does not, or no rule is known. */
    private Optional<TradeRule> above(RuleKind kind, @Nullable Object part, @Nullable Object whole) {
        if (!(part instanceof Long fen && whole instanceof Long of)) {
            return Optional.empty();
        }
        if (rules == null) {
            rules = today.get();
        }
        return rules.find(kind).filter(rule -> fen > rule.shareOf(of));
    }

    private static boolean isMore(@Nullable Object fen, @Nullable Object limit) {
        return fen instanceof Long amount && limit instanceof Long most && amount > most;
    }

    /** 招标投标法第三十四条: the opening is at the moment of the deadline; from it on everybody may see the bids. */
    private static Oddity early() {
        return new Oddity(
                "OPENED_BEFORE_DEADLINE",
                "Lot.openedAt",
                "开标早于投标截止时间，投标内容将提前可见",
                "the lot was opened before the deadline; its bids can be seen from then on",
                "核对两个时间与时区",
                "verify both times and the time zone");
    }

    /** 招标投标法第二十八条: what comes after the deadline is to be refused. */
    private static Oddity late() {
        return new Oddity(
                "BID_AFTER_DEADLINE",
                "Bid.submittedAt",
                "投标晚于投标截止时间",
                "the bid came after the deadline",
                "核对两个时间与时区；逾期送达的投标应当拒收",
                "verify both times and the time zone; a late bid is to be refused");
    }

    /** 招标投标法实施条例第五十一条: a bid above the ceiling price is to be rejected. */
    private static Oddity dear(String code, String field, String chinese, String english) {
        return new Oddity(
                code,
                field,
                chinese + "高于最高投标限价",
                english + " is above the control price",
                "核对金额与单位（元、万元）",
                "verify the amounts and their unit (yuan or ten thousand yuan)");
    }

    private static Oddity order(String code, String field, String chinese, String english) {
        return new Oddity(code, field, chinese, english, "核对日期与平台", "verify the dates and the platform");
    }

    private static Oddity over(String code, String field, String chinese, String english) {
        return new Oddity(
                code,
                field,
                chinese,
                english,
                "核对金额与单位（元、万元）",
                "verify the amounts and their unit (yuan or ten thousand yuan)");
    }

    /** 招标投标法实施条例第三十七条: a company stands in a lot once. */
    private static Oddity twice() {
        return new Oddity(
                "SECOND_BID",
                "Bid.sequence",
                "同一单位在同一标段同一轮有第二个投标",
                "the company bids a second time in one round of the lot",
                "核对投标人与轮次；多轮报价请用 round",
                "verify the bidder and the round; further offers are told by round");
    }
}
