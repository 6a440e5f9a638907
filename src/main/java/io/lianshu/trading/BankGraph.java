package io.lianshu.trading;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;
import org.springframework.stereotype.Component;

/**
 * What the bank that holds securities says of them, by their numbers: it learns of no lot and no bidder, and no other bank learns of
 * them.
 */
@Component
@OwnsItsThread
final class BankGraph implements ClientCommand {

    private static final String CONFIRM = "confirmDeposit";
    private static final String NUMBER_STATEMENT = CypherCatalog.statement("trading", "deposit-of-number");
    private static final int LONGEST_NAME = 100;

    private final CodeLists codes;

    BankGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of(CONFIRM, "confirmRefund");
    }

    @Override
    public boolean isVeiled(String mutation) {
        return true;
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        String bank = call.viewer().companyId();
        if (bank == null) {
            return CommandOutcome.refused(
                    "NO_COMPANY",
                    null,
                    "您的账号没有关联银行，请联系管理员",
                    "your account acts for no bank; ask an administrator to link it");
        }
        Optional<SecurityFacts> found =
                transaction
                        .run(
                                NUMBER_STATEMENT,
                                Map.of("depositNo", call.text("depositNo").strip()))
                        .list()
                        .stream()
                        .findFirst()
                        .flatMap(row -> SecurityGraph.lock(row.get("id").asString(), call, transaction))
                        .filter(facts -> holds(facts, bank));
        if (found.isEmpty()) {
            return LotRefusals.unknown(call, codes, "depositNo");
        }
        SecurityFacts facts = found.get();
        LotRefusals refusals = new LotRefusals(call, codes);
        Map<String, @Nullable Object> values = call.mutation().equals(CONFIRM)
                ? received(call, bank, facts, refusals)
                : refunded(bank, facts, refusals);
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.all().found());
        }
        TradeGraph writes = new TradeGraph(call, transaction);
        writes.update(facts.label(), facts.values(), values);
        if (call.mutation().equals(CONFIRM)) {
            pay(call, facts, values, writes);
        }
        CommandOutcome done = CommandOutcome.done(facts.id(), writes.changes());
        return facts.isOpen() ? done : done.veil();
    }

    private static boolean holds(SecurityFacts facts, String bank) {
        Object holder = facts.values().get("heldBy");
        return holder == null || holder.equals(bank);
    }

    private static Map<String, @Nullable Object> received(
            CommandCall call, String bank, SecurityFacts facts, LotRefusals refusals) {
        if (!facts.is("DUE")) {
            refusals.all()
                    .conflict(
                            "ALREADY_DONE",
                            "depositNo",
                            "depositNo：已确认到账",
                            "depositNo: its receipt is recorded already");
        }
        long amount = Objects.requireNonNull(call.fen("amount"));
        if (amount != facts.amount()) {
            refusals.all()
                    .add(
                            "AMOUNT_DIFFERS",
                            "amount",
                            "amount：与该编号应缴金额不一致；请核对缴纳编号与金额，不一致的款项原路退回",
                            "amount: not what was announced under this number; check both, and send money that does not match back");
        }
        if (Interest.isMoney(facts.values().get("form"))) {
            refusals.all().needed("payer", 2, LONGEST_NAME);
        }
        ZonedDateTime at = refusals.all().pastTime("receivedAt");
        if (facts.values().get("createdAt") instanceof ZonedDateTime announced
                && at.isBefore(announced.truncatedTo(ChronoUnit.SECONDS))) {
            refusals.all()
                    .add(
                            "OUT_OF_ORDER",
                            "receivedAt",
                            "receivedAt：不能早于投标人登记缴纳的时间 " + announced.toOffsetDateTime() + "；请核对回单时间与缴纳编号",
                            "receivedAt: must not be earlier than its announcement by the bidder, "
                                    + announced.toOffsetDateTime() + "; check the slip and the number");
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("status", "RECEIVED");
        values.put("receivedAt", at);
        values.put("heldBy", bank);
        return values;
    }

    /** Only now is it paid: with payer and moment, from the account that was announced. */
    private static void pay(
            CommandCall call, SecurityFacts facts, Map<String, @Nullable Object> values, TradeGraph writes) {
        if (facts.values().get("announcedAccount") instanceof String account) {
            Map<String, Object> payment = new HashMap<>();
            payment.put("payerName", String.valueOf(call.optionalText("payer")));
            payment.put("at", Objects.requireNonNull(values.get("receivedAt")));
            writes.link("Deposit", facts.id(), "PAID_FROM", "BankAccount", account, payment);
        }
    }

    private static Map<String, @Nullable Object> refunded(String bank, SecurityFacts facts, LotRefusals refusals) {
        boolean due = facts.is("ORDERED")
                || (facts.is("RECEIVED") && facts.goesBackByItself() && !facts.isForfeiturePending());
        if (facts.is("REFUNDED")) {
            refusals.all()
                    .conflict("ALREADY_DONE", "depositNo", "depositNo：已退还", "depositNo: it was given back already");
        } else if (!due) {
            refusals.all()
                    .conflict(
                            "REFUND_NOT_ORDERED",
                            "depositNo",
                            "depositNo：尚未到退还时间；只退还待付退款清单中的款项",
                            "depositNo: it is not to be given back yet; pay only what the list of payments has");
        }
        ZonedDateTime at = refusals.all().pastTime("refundedAt");
        if (facts.values().get("receivedAt") instanceof ZonedDateTime received && at.isBefore(received)) {
            refusals.all()
                    .add(
                            "OUT_OF_ORDER",
                            "refundedAt",
                            "refundedAt：不能早于到账时间",
                            "refundedAt: must not be earlier than the receipt");
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("status", "REFUNDED");
        values.put("refundedAt", at);
        values.put("heldBy", bank);
        if (facts.is("RECEIVED")) {
            values.put("interest", facts.interest(at.toLocalDate()));
        }
        return values;
    }
}
