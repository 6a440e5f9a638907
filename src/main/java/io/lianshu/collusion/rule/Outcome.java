package io.lianshu.collusion.rule;

/** What a rule says of a lot; the codes of the list {@code rule-outcome}. */
public enum Outcome {
    HIT,
    CLEAR,
    NOT_TESTABLE
}
