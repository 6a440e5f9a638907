package io.lianshu.collusion.core;

/**
 * Something in the bids that is not as it should be, and what was made of it.
 *
 * @param place as its {@link Offer} says
 */
public record Oddity(long place, String lot, Kind kind) {

    /** What can be odd about bids; {@link #chinese} and {@link #english} say what was done with it. */
    public enum Kind {
        /** The same firm stands in a lot twice. */
        REPEATED_BIDDER("同一标段内投标人重复，按多轮报价取最后一次有效报价", "the bidder stands in the lot again; its last valid price counts"),
        /** It was declared invalid. */
        INVALID_BID("投标已否决，不参与分析", "the bid was declared invalid and is left out"),
        /** It has no price. */
        NO_PRICE("没有可用报价，仅计参与", "no usable price; the bidder counts as taking part"),
        /** Its lot has prices in several currencies. */
        SEVERAL_CURRENCIES("标段内币种不一，不做报价筛查", "the lot has several currencies; its prices are not screened"),
        /** Its lot has another date, category, region or buyer elsewhere. */
        LOT_DIFFERS(
                "标段的日期、类别、地区或招标人前后不一，以首次为准", "date, category, region or buyer of the lot differ; the first ones count"),
        /** Several bids of its lot won. */
        SEVERAL_WINNERS("标段有多个中标人，均计为中标", "several bids of the lot won; all count as winners"),
        /** No bid of its lot won, although winners of other lots are known. */
        NO_WINNER("标段没有中标人，不计胜负", "no bid of the lot won; it says nothing on winning"),
        /** Its lot has one bid only. */
        ONE_BID("标段只有一个投标，不做报价筛查", "the lot has one bid; its prices are not screened");

        private final String chinese;
        private final String english;

        Kind(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }
    }
}
