package io.lianshu.trading;

import io.lianshu.platform.command.CommandRefusals;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of trading in force on a day, for one kind of tender. */
final class TradeRules {

    private final List<TradeRule> inForce;
    private final @Nullable String category;
    private final @Nullable String phase;
    private final boolean mandatory;

    /**
     * @param inForce all of that day, whatever they are for
     * @param mandatory whether the law bids to tender
     */
    TradeRules(List<TradeRule> inForce, @Nullable String category, @Nullable String phase, boolean mandatory) {
        this.inForce = List.copyOf(inForce);
        this.category = category;
        this.phase = phase;
        this.mandatory = mandatory;
    }

    /** The rule of a kind that binds this tender, the one for its own class before the general one; empty when it is free. */
    Optional<TradeRule> find(RuleKind kind) {
        return binding(kind).stream().findFirst();
    }

    /** The same; that no rule of the kind is known at all speaks against the command. */
    Optional<TradeRule> find(RuleKind kind, CommandRefusals refusals) {
        if (inForce.stream().noneMatch(rule -> rule.kind() == kind)) {
            refusals.conflict(
                    "RULE_MISSING",
                    null,
                    "没有现行的交易规则 " + kind + "，请先用 trading-rules 模板导入",
                    "no rule of trading " + kind + " is in force; import it first with the template trading-rules");
        }
        return find(kind);
    }

    /** Permits that this tender needs first. */
    List<TradeRule> permits() {
        return binding(RuleKind.PERMIT);
    }

    private List<TradeRule> binding(RuleKind kind) {
        return inForce.stream()
                .filter(rule -> rule.kind() == kind)
                .filter(rule -> mandatory || !rule.mandatoryOnly())
                .filter(rule -> rule.category() == null || rule.category().equals(category))
                .filter(rule -> rule.phase() == null || rule.phase().equals(phase))
                .sorted(Comparator.comparing(rule -> rule.category() == null))
                .toList();
    }
}
