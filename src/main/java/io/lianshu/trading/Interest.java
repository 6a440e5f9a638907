package io.lianshu.trading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Interest on a security, as a bank pays it on demand deposits (银行同期存款利息，招标投标法实施条例第五十七条). */
final class Interest {

    private static final Set<String> MONEY = Set.of("TRANSFER", "CHEQUE");
    private static final BigDecimal YEAR_OF_PERCENT = BigDecimal.valueOf(36_500);

    private Interest() {}

    /** Whether a security of this form is money, which bears interest; a guarantee is paper. */
    static boolean isMoney(@Nullable Object form) {
        return MONEY.contains(String.valueOf(form));
    }

    /**
     * In fen, half a fen upwards.
     *
     * @param percent a year
     */
    static long of(long fen, double percent, LocalDate from, LocalDate to) {
        long days = Math.max(0, ChronoUnit.DAYS.between(from, to));
        return BigDecimal.valueOf(fen)
                .multiply(BigDecimal.valueOf(percent))
                .multiply(BigDecimal.valueOf(days))
                .divide(YEAR_OF_PERCENT, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
