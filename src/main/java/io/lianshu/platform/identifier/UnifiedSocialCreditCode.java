package io.lianshu.platform.identifier;

import org.jspecify.annotations.Nullable;

/**
 * Unified social credit codes (统一社会信用代码, GB 32100-2015): registrar, class, six digits of region, nine characters of
 * organisation code (GB 11714, its own check at 17) and a check character.
 */
public final class UnifiedSocialCreditCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int ORGANISATION = 8;

    private UnifiedSocialCreditCode() {}

    public static boolean isValid(String code) {
        return fault(code) == null;
    }

    /** What is wrong, or null when the code is valid. */
    public static @Nullable IdentifierFault fault(String code) {
        if (code.length() != 18) {
            return IdentifierFault.length(code.length());
        }
        for (int i = 0; i < 18; i++) {
            char c = code.charAt(i);
            if (i >= 2 && i < 8 && !isDigit(c)) {
                return IdentifierFault.character(i + 1, "数字（行政区划码）", "a digit (region code)");
            }
            if (ALPHABET.indexOf(c) < 0) {
                return IdentifierFault.character(
                        i + 1, "数字或大写字母（不含 I、O、S、V、Z）", "a digit or an upper-case letter other than I, O, S, V, Z");
            }
        }
        char organisationCheck = organisationCheck(code);
        if (code.charAt(16) != organisationCheck) {
            return IdentifierFault.check(17, organisationCheck);
        }
        char check = check(code);
        return code.charAt(17) == check ? null : IdentifierFault.check(18, check);
    }

    /** The 18th character for the 17 before it: 31 less the sum mod 31, and mod 31 once more so that 31 becomes 0. */
    static char check(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** The 17th character by GB 11714, where letters count from A = 10 without gaps. */
    static char organisationCheck(String code) {
        int sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            char c = code.charAt(ORGANISATION + i);
            sum += (isDigit(c) ? c - '0' : c - 'A' + 10) * ORGANISATION_WEIGHTS[i];
        }
        return "0X987654321".charAt(sum % 11);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
