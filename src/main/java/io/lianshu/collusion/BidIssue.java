package io.lianshu.collusion;

import io.lianshu.collusion.core.Oddity;
import io.lianshu.exchange.mapping.Fault;

/**
 * Something in a table of bids that is not as it should be, and what was made of it.
 *
 * @param line in the file, the header is line 1
 * @param lot may be empty
 */
record BidIssue(long line, String lot, String code, String chinese, String english) {

    static BidIssue of(Oddity oddity) {
        return new BidIssue(
                oddity.place(),
                oddity.lot(),
                oddity.kind().name(),
                oddity.kind().chinese(),
                oddity.kind().english());
    }

    static BidIssue of(long line, Fault fault) {
        return new BidIssue(
                line,
                "",
                fault.code(),
                fault.chinese() + "；" + fault.chineseRemedy(),
                fault.english() + "; " + fault.englishRemedy());
    }
}
