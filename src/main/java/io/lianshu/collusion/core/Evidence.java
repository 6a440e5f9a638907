package io.lianshu.collusion.core;

/**
 * Whether the prices of a market say anything about who works together, decided without knowing anybody who does.
 *
 * @param usable whether prices are taken as a lead here
 * @param reason why, as a code
 * @param lots how many lots could be looked at: three prices or more that differ
 * @param identified share of bids whose firm is known
 * @param whoBids correlation of a lot's closeness with that of its bidders' other lots; NaN when firms are not known
 * @param chance how often a market without any connection shows as much by chance
 * @param shape correlation of dispersion with the distance of the lowest bid, among lots of equal size
 * @param persistence correlation of a lot's dispersion with that of the lot before it; NaN without dates
 */
public record Evidence(
        boolean usable,
        Reason reason,
        int lots,
        double identified,
        double whoBids,
        double chance,
        double shape,
        double persistence) {

    /** Why prices are used or not. */
    public enum Reason {
        /** Close prices go with certain firms. */
        FOLLOWS_BIDDERS(
                "报价集中与由谁投标有关：同一批企业参加的标段，报价都更集中",
                "close prices go with who bids: where the same firms bid, prices lie close again and again"),
        /** Firms are not known, yet prices have the marks of cover bids in a row. */
        SHAPED_AND_LASTING(
                "投标人不明，但报价集中的标段同时呈现最低价独低的形态，且在时间上连续",
                "bidders are not known, but lots with close prices also have an isolated lowest bid, and follow each other in"
                        + " time"),
        /** Firms are known, and close prices do not go with any of them. */
        NO_LINK("报价集中与由谁投标无关，不能作为线索", "close prices do not go with any bidders; they are no lead here"),
        /** Firms are not known, and prices alone do not show a pattern. */
        NOTHING_SUPPORTS_IT(
                "投标人不明，仅凭报价不能区分串通与工程本身的差别，不能作为线索",
                "bidders are not known, and prices alone cannot be told apart from differences between the works; they are no"
                        + " lead here"),
        /** Too few lots to say anything. */
        TOO_FEW_LOTS("可检验的标段不足，不能判断", "too few lots to tell");

        private final String chinese;
        private final String english;

        Reason(String chinese, String english) {
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
