package io.lianshu.approval;

import io.lianshu.platform.read.ArgumentCheck;
import io.lianshu.platform.refusal.Refusal;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The month of {@code approvalRealisation}. */
@Component
final class RealisationArguments implements ArgumentCheck {

    private static final Pattern MONTH = Pattern.compile("20\\d{2}-(0[1-9]|1[0-2])");

    @Override
    public String field() {
        return "approvalRealisation";
    }

    @Override
    public void check(Map<String, Object> arguments) {
        if (!MONTH.matcher(String.valueOf(arguments.get("month"))).matches()) {
            throw Refusal.badInput("BAD_ARGUMENT", "month", "month 应如 2026-03", "month must be like 2026-03");
        }
    }
}
