package io.lianshu.trading;

import io.lianshu.platform.write.RowCheck;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What should not happen to a lot, its bids and awards, seen in one imported row: too early, too late, too dear. */
@Component
class BidOrder implements RowCheck {

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
        }
        for (RowNode award : row.nodes("Award")) {
            for (RowNode lot : award.linked("AWARDED")) {
                if (isMore(award.value("amount"), lot.value("controlPrice"))) {
                    odd.add(dear("AWARD_ABOVE_CONTROL_PRICE", "Award.amount", "中标价", "the award"));
                }
            }
        }
        return odd;
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
}
