package io.lianshu.demo;

import java.util.List;

/**
 * Something that was put into a district on purpose. The graph holds its traces as it holds all others'; that they were
 * planted stands only here.
 *
 * @param number of its own, such as {@code P0007}
 * @param verdict whether it is what its clause forbids, only looks like it, or is a case behind a figure
 * @param clause of the regulation for the law on tenders (招标投标法实施条例), such as {@code 40(1)}; {@code 图53} for a figure
 * @param kind a word for it, such as {@code same-account}
 * @param lots codes of the lots in which it shows
 * @param opened whether one of these lots is opened, so that an analyst may see anything of it
 * @param companies credit codes of the companies concerned
 * @param evidence nodes by type and natural key, such as {@code Bid WC-TB-00007}
 */
public record Plant(
        String number,
        Verdict verdict,
        String clause,
        String kind,
        List<String> lots,
        boolean opened,
        List<String> companies,
        List<String> evidence,
        String chinese,
        String english) {

    /** What a plant is. */
    public enum Verdict {
        GUILTY,
        INNOCENT,
        CASE
    }
}
