package io.lianshu.trading;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.FourEyes;
import io.lianshu.platform.command.NodeWrites.Link;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.viewer.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;
import org.springframework.stereotype.Component;

/**
 * The only way by which a security is kept (保证金不予退还): proposed with its ground and the number of a decision, approved by somebody
 * else, carried out by those who hold it, or revoked before.
 */
@Component
@OwnsItsThread
final class ForfeitureGraph implements ClientCommand {

    private static final String PROPOSE = "proposeForfeiture";
    private static final Map<String, ForfeitureStatus> STEPS = Map.of(
            "approveForfeiture", ForfeitureStatus.APPROVED,
            "executeForfeiture", ForfeitureStatus.EXECUTED,
            "revokeForfeiture", ForfeitureStatus.REVOKED);
    private static final String LABEL = "Forfeiture";
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_REASON = 500;

    private final CodeLists codes;

    ForfeitureGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of(PROPOSE, "approveForfeiture", "executeForfeiture", "revokeForfeiture");
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        if (call.viewer().personId() == null) {
            return CommandOutcome.noPerson();
        }
        return call.mutation().equals(PROPOSE) ? propose(call, transaction) : step(call, transaction);
    }

    private CommandOutcome propose(CommandCall call, Transaction transaction) {
        Optional<SecurityFacts> found =
                SecurityGraph.lock(call.text("deposit"), call, transaction).filter(SecurityFacts::isOpen);
        if (found.isEmpty()) {
            return LotRefusals.unknown(call, codes, "deposit");
        }
        SecurityFacts facts = found.get();
        LotRefusals refusals = new LotRefusals(call, codes);
        overseen(call, facts, refusals);
        String basis = refusals.all().code("basis", "forfeiture-basis");
        String number = refusals.all().needed("decisionNo", 2, LONGEST_NUMBER);
        String id = NodeId.of("frf", List.of(number));
        TradeGraph writes = new TradeGraph(call, transaction);
        if (writes.knows(LABEL, id)) {
            refusals.all()
                    .add(
                            "ALREADY_THERE",
                            "decisionNo",
                            "decisionNo：此文号已登记",
                            "decisionNo: this number was recorded already");
        }
        long amount = amount(call, facts, refusals);
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.all().found());
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("decisionNo", number);
        values.put("amount", amount);
        values.put("basis", basis);
        values.put("status", ForfeitureStatus.PROPOSED.name());
        values.putAll(FourEyes.proposedBy(call));
        writes.create(LABEL, id, values, List.of(Link.to("OF", facts.label(), facts.id())));
        return CommandOutcome.done(id, writes.changes());
    }

    /** A supervisor acts for a department that oversees the tender. */
    private static void overseen(CommandCall call, SecurityFacts facts, LotRefusals refusals) {
        boolean whole = call.viewer().hasAnyOf(Set.of(Role.CASE_OFFICER, Role.DIRECTOR));
        LotFacts lot = facts.lot();
        if (!whole && lot != null && !lot.supervised()) {
            refusals.all().notYours("此招标项目由其监督部门办理", "the tender is for the departments that oversee it");
        }
    }

    private static long amount(CommandCall call, SecurityFacts facts, LotRefusals refusals) {
        long amount = Objects.requireNonNull(call.fen("amount"));
        refusals.positive("amount", amount);
        if (!facts.is("RECEIVED")) {
            refusals.all()
                    .conflict(
                            "DEPOSIT_NOT_HELD",
                            "deposit",
                            "deposit：保证金不在账（未到账、退还中、已退还或已全部不予退还），无可扣留",
                            "deposit: it is not held: it has not come in, goes back or was given back, or is kept as a whole already");
        }
        long left = facts.amount() - facts.claimed();
        if (amount > left) {
            refusals.all()
                    .add(
                            "ABOVE_DEPOSIT",
                            "amount",
                            "amount：不得超过尚未扣留的 " + LotRefusals.yuan(left) + " 元",
                            "amount: at most the " + LotRefusals.yuan(left) + " yuan that were not kept before");
        }
        return amount;
    }

    private CommandOutcome step(CommandCall call, Transaction transaction) {
        String id = call.text("forfeiture");
        TradeGraph writes = new TradeGraph(call, transaction);
        Optional<SecurityFacts> found = writes.other(LABEL, id, "OF", true, "Deposit")
                .or(() -> writes.other(LABEL, id, "OF", true, "AnnualDeposit"))
                .flatMap(security -> SecurityGraph.lock(security, call, transaction))
                .filter(SecurityFacts::isOpen);
        if (found.isEmpty()) {
            return LotRefusals.unknown(call, codes, "forfeiture");
        }
        SecurityFacts facts = found.get();
        // Read after the lock, so that of two steps at once the second sees what the first did.
        Map<String, Object> stored = writes.read(LABEL, id);
        ForfeitureStatus wanted = Objects.requireNonNull(STEPS.get(call.mutation()));
        LotRefusals refusals = new LotRefusals(call, codes);
        follows(stored, wanted, refusals);
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("status", wanted.name());
        switch (wanted) {
            case APPROVED -> {
                overseen(call, facts, refusals);
                another(call, stored, refusals, transaction);
            }
            case EXECUTED -> {
                refusals.holds(facts);
                values.put("executedAt", call.now());
            }
            default -> {
                overseen(call, facts, refusals);
                refusals.all().needed("reason", 2, LONGEST_REASON);
            }
        }
        if (!refusals.none()) {
            return refusals.refused(id);
        }
        writes.update(LABEL, stored, values);
        long amount = stored.get("amount") instanceof Long fen ? fen : 0;
        if (wanted == ForfeitureStatus.EXECUTED && facts.kept() + amount >= facts.amount()) {
            writes.update(facts.label(), facts.values(), Map.of("status", "FORFEITED"));
        }
        CommandOutcome done = CommandOutcome.done(id, writes.changes());
        return facts.lot() == null || facts.company() == null
                ? done
                : done.withEvents(List.of(TradeEvents.of(facts.lot(), List.of(facts.company()))));
    }

    private static void follows(Map<String, Object> stored, ForfeitureStatus wanted, LotRefusals refusals) {
        ForfeitureStatus now =
                ForfeitureStatus.of(String.valueOf(stored.get("status"))).orElse(ForfeitureStatus.PROPOSED);
        if (!now.next().contains(wanted)) {
            refusals.all()
                    .conflict(
                            "NOT_NEXT",
                            "forfeiture",
                            "forfeiture：当前状态 " + now + " 之后不能是 " + wanted,
                            "forfeiture: " + wanted + " does not follow " + now);
        }
    }

    /** Four eyes: neither the person, under whatever id, nor the account that proposed it. */
    private static void another(
            CommandCall call, Map<String, Object> stored, LotRefusals refusals, Transaction transaction) {
        if (FourEyes.isProposer(call, stored, transaction)) {
            refusals.all()
                    .conflict(
                            "SAME_PERSON",
                            "forfeiture",
                            "forfeiture：拟定人不能批准自己拟定的决定，请由他人批准",
                            "forfeiture: who proposed it may not approve it; somebody else must");
        }
    }
}
