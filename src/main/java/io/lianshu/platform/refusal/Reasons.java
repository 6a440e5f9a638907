package io.lianshu.platform.refusal;

import org.jspecify.annotations.Nullable;

/** What counts as a reason where somebody must give one. */
public final class Reasons {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 500;

    private Reasons() {}

    /** Why it is none, or null when it is one. Dots and invisible signs are none. */
    public static @Nullable Refusal refusal(@Nullable String reason) {
        boolean fits = reason != null
                && reason.length() <= LONGEST
                && reason.codePoints().filter(Character::isLetterOrDigit).count() >= SHORTEST
                && reason.chars().noneMatch(Character::isISOControl);
        return fits
                ? null
                : Refusal.badInput(
                        "BAD_REASON",
                        "reason",
                        "reason：请写明事由，至少 " + SHORTEST + " 个字，最多 " + LONGEST + " 个字符",
                        "reason: say why in at least " + SHORTEST + " letters and at most " + LONGEST + " characters");
    }
}
