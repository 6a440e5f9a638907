package io.lianshu.collusion.rule;

import java.util.Map;

/**
 * One rule as its folder has it.
 *
 * @param code number and words, such as {@code c40-2-same-agent}; the folder's name
 * @param version grows when the statement or its meaning changes
 * @param clause of the law
 * @param least bids with the data that it needs, below which it is not testable
 * @param alone whether a hit may be about one bidder and the buyer's side, so that a case on it needs no second one
 * @param says what a hit is put into words with: {@code {firms}} and {@code {shared}}
 * @param needs the data that it needs
 * @param limits numbers that the statement knows as {@code $limits}
 * @param statement one row {@code tested, hits} for {@code $lot}
 * @param market rows {@code name, value} over all opened lots, of which the fences are made that the statement reads; empty when it reads none
 * @param page how it works and what it leaves out
 */
public record Rule(
        String code,
        int version,
        Text clause,
        Strength strength,
        int least,
        boolean alone,
        Text title,
        Text says,
        Text needs,
        Map<String, Object> limits,
        String statement,
        String market,
        String page) {

    public Rule {
        limits = Map.copyOf(limits);
    }
}
