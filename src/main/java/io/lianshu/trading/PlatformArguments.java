package io.lianshu.trading;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.read.ArgumentCheck;
import io.lianshu.platform.refusal.Refusal;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The trade of {@code whichPlatform}. */
@Component
final class PlatformArguments implements ArgumentCheck {

    private final CodeLists codes;

    PlatformArguments(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public String field() {
        return "whichPlatform";
    }

    @Override
    public void check(Map<String, Object> arguments) {
        code(arguments, "category", "trade-category");
        code(arguments, "subject", "lot-category");
        if (!(arguments.get("amount") instanceof BigDecimal yuan) || yuan.signum() <= 0) {
            throw Refusal.badInput("BAD_ARGUMENT", "amount", "amount 应大于 0", "amount must be more than 0");
        }
    }

    private void code(Map<String, Object> arguments, String name, String list) {
        if (!codes.contains(list, String.valueOf(arguments.get(name)))) {
            String known = String.join(", ", codes.codes(list));
            throw Refusal.badInput(
                    "BAD_ARGUMENT", name, name + " 应为 " + known + " 之一", name + " must be one of " + known);
        }
    }
}
