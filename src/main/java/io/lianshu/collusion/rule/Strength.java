package io.lianshu.collusion.rule;

/** How much a hit says; the codes of the list {@code signal-strength}. */
public enum Strength {
    HARD,
    STRONG,
    WEAK
}
