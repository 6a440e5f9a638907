package io.lianshu.trading;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.NodeWrites.Link;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.secret.Sealer;
import io.lianshu.platform.write.WriteStatements;
import io.lianshu.trading.SecurityGraph.Account;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;

/** Takes in the security that a company gives once for all its small works lots of a year (年度投标保证金). */
@Component
@OwnsItsThread
final class AnnualDepositGraph implements ClientCommand {

    private static final String ELIGIBILITY_STATEMENT =
            WriteStatements.told("Company", CypherCatalog.statement("trading", "annual-deposit-eligibility"));
    private static final String YEAR_STATEMENT = CypherCatalog.statement("trading", "annual-deposit-of-year");
    private static final String GAPS = "annual-deposit-gap";
    private static final int LONGEST_NAME = 100;

    private final CodeLists codes;
    private final Sealer sealer;

    AnnualDepositGraph(CodeLists codes, Sealer sealer) {
        this.codes = codes;
        this.sealer = sealer;
    }

    @Override
    public Set<String> mutations() {
        return Set.of("acceptAnnualDeposit");
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        String company = call.text("company");
        int year = call.input().get("year") instanceof Integer given ? given : 0;
        Optional<Record> found = transaction
                .run(
                        YEAR_STATEMENT,
                        Map.of(
                                "company",
                                company,
                                "year",
                                (long) year,
                                "viewer",
                                call.viewer().asParameter(),
                                "now",
                                call.now()))
                .list()
                .stream()
                .findFirst();
        if (found.isEmpty()) {
            return LotRefusals.unknown(call, codes, "company");
        }
        LotRefusals refusals = new LotRefusals(call, codes);
        if (!found.get().get("atCentre").asBoolean()) {
            refusals.all()
                    .notYours(
                            "年度保证金由区交易中心经办人员收取",
                            "annual deposits are for those who run trades at the district's platform");
        }
        refusals.all()
                .between("year", year, call.today().getYear(), call.today().getYear() + 1);
        if (!found.get().get("deposit").isNull()) {
            refusals.all()
                    .conflict(
                            "ANNUAL_DEPOSIT_EXISTS",
                            "year",
                            "year：该单位 " + year + " 年已有年度保证金",
                            "year: the company has an annual deposit for " + year + " already");
        }
        Value eligibility = transaction
                .run(
                        ELIGIBILITY_STATEMENT,
                        Map.of("id", company, "viewer", call.viewer().asParameter(), "now", call.now()))
                .single()
                .get("value");
        eligibility.get("reasons").asList(gap -> gap.get("reason").asString()).forEach(gap -> lacking(gap, refusals));
        long amount = Objects.requireNonNull(call.fen("amount"));
        refusals.positive("amount", amount);
        ZonedDateTime received = refusals.all().pastTime("receivedAt");
        LocalDate earliest = LocalDate.of(call.today().getYear() - 1, 1, 1);
        if (received.withZoneSameInstant(call.now().getZone()).toLocalDate().isBefore(earliest)) {
            refusals.all()
                    .add(
                            "OUT_OF_ORDER",
                            "receivedAt",
                            "receivedAt：不能早于 " + earliest + "；更早的款项请先退还再重新缴纳",
                            "receivedAt: must not be earlier than " + earliest
                                    + "; give older money back and take it in anew");
        }
        String payer = refusals.all().optional("payer", LONGEST_NAME);
        Optional<Account> account = SecurityGraph.account(company, call.text("account"), sealer, transaction);
        if (account.isEmpty()) {
            SecurityGraph.notOwn(refusals);
        }
        if (!refusals.none() || account.isEmpty()) {
            return CommandOutcome.refused(null, refusals.all().found());
        }
        String number = BidGraph.number("ND-" + year + "-");
        String id = NodeId.of("adp", List.of(number));
        LocalDate first = LocalDate.of(year, 1, 1);
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("depositNo", number);
        values.put("year", (long) year);
        values.put("amount", amount);
        values.put("validFrom", first.isBefore(call.today()) ? call.today() : first);
        values.put("validTo", LocalDate.of(year, 12, 31));
        values.put("status", "RECEIVED");
        values.put("form", "TRANSFER");
        values.put("receivedAt", received);
        List<Link> links = new ArrayList<>(List.of(
                Link.to("OF", "Company", company),
                Link.from(
                        "GOVERNS",
                        "PolicyDocument",
                        eligibility.get("policy").get("id").asString())));
        links.add(new Link(
                "PAID_FROM",
                true,
                "BankAccount",
                account.get().id(),
                Map.of("payerName", payer == null ? found.get().get("name").asString() : payer, "at", received)));
        TradeGraph writes = new TradeGraph(call, transaction);
        writes.create("AnnualDeposit", id, values, links);
        return CommandOutcome.done(id, writes.changes());
    }

    /** Each thing that is lacking, in the words of its code. */
    private void lacking(String gap, LotRefusals refusals) {
        refusals.all()
                .conflict(
                        "NOT_ELIGIBLE",
                        "company",
                        "company：" + codes.label(GAPS, gap, false) + "，不能使用年度保证金；可逐标缴纳",
                        "company: " + codes.label(GAPS, gap, true).toLowerCase(Locale.ROOT)
                                + "; it may not give an annual deposit and secures each bid by itself");
    }
}
