package io.lianshu.platform.identifier;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Citizens' identity numbers (身份证号, GB 11643): six digits of region, birth date, three of order, a check character. */
public final class IdentityNumber {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private IdentityNumber() {}

    public static boolean isValid(String number) {
        return fault(number) == null;
    }

    /** What is wrong, or null when the number is valid. */
    public static @Nullable IdentifierFault fault(String number) {
        if (number.length() != 18) {
            return IdentifierFault.length(number.length());
        }
        for (int i = 0; i < 17; i++) {
            if (!isDigit(number.charAt(i))) {
                return IdentifierFault.character(i + 1, "数字", "a digit");
            }
        }
        char last = number.charAt(17);
        if (!isDigit(last) && last != 'X') {
            return IdentifierFault.character(18, "数字或大写 X", "a digit or an upper-case X");
        }
        if (!hasRealDate(number)) {
            return new IdentifierFault(
                    "第 7 至 14 位不是真实日期，应为 YYYYMMDD", "characters 7 to 14 are not a real date, must be YYYYMMDD");
        }
        char check = check(number);
        return last == check ? null : IdentifierFault.check(18, check);
    }

    /** The 18th character for the 17 digits before it. */
    static char check(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return "10X98765432".charAt(sum % 11);
    }

    private static boolean hasRealDate(String number) {
        try {
            int year = Integer.parseInt(number, 6, 10, 10);
            LocalDate.of(year, Integer.parseInt(number, 10, 12, 10), Integer.parseInt(number, 12, 14, 10));
            return year > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
