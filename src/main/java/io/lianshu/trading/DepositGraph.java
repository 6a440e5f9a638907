package io.lianshu.trading;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.NodeWrites.Link;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.secret.Sealer;
import io.lianshu.trading.SecurityGraph.Account;
import java.util.ArrayList;
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
 * How a bidder secures its bid (投标保证金). As secret as the bid: its number is drawn, and the audit is told of it at the opening.
 */
@Component
@OwnsItsThread
final class DepositGraph implements ClientCommand {

    private static final int LONGEST_TEXT = 100;

    private final CodeLists codes;
    private final Sealer sealer;

    DepositGraph(CodeLists codes, Sealer sealer) {
        this.codes = codes;
        this.sealer = sealer;
    }

    @Override
    public Set<String> mutations() {
        return Set.of("payDeposit");
    }

    @Override
    public boolean isVeiled(String mutation) {
        return true;
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        String company = call.viewer().companyId();
        if (company == null) {
            return ChallengesGraph.noCompany();
        }
        String bid = call.text("bid");
        Optional<LotFacts> found =
                LotGraph.ofOwnBid(bid, company, transaction).flatMap(lot -> LotGraph.lock(lot, call, transaction));
        if (found.isEmpty()) {
            return LotRefusals.unknown(call, codes, "bid");
        }
        LotFacts facts = found.get();
        LotRefusals refusals = new LotRefusals(call, codes);
        BidGraph.open(call, facts, refusals);
        TradeGraph writes = new TradeGraph(call, transaction);
        free(bid, facts, writes, refusals);
        String form = refusals.all().code("form", "deposit-form");
        long amount = amount(call, facts, refusals);
        boolean guarantee = !Interest.isMoney(form);
        Account account = account(call, company, guarantee, facts, refusals, transaction);
        String guaranteeNo = guarantee ? refusals.all().needed("guaranteeNo", 2, LONGEST_TEXT) : null;
        String issuer = guarantee ? refusals.all().needed("issuer", 2, LONGEST_TEXT) : null;
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.all().found());
        }
        String number = BidGraph.number("BZJ-");
        String id = NodeId.of("dpt", List.of(number));
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("depositNo", number);
        values.put("form", form);
        values.put("amount", amount);
        values.put("status", "DUE");
        values.put("guaranteeNo", guaranteeNo);
        values.put("issuer", issuer);
        List<Link> links = new ArrayList<>(List.of(Link.from("SECURED_BY", "Bid", bid)));
        if (account != null && guarantee) {
            links.add(Link.to("PREMIUM_PAID_FROM", "BankAccount", account.id()));
        } else if (account != null) {
            // What is announced is no payment yet; the bank says that it came.
            values.put("announcedAccount", account.id());
        }
        writes.create("Deposit", id, values, links);
        return CommandOutcome.done(id, writes.changes()).veil();
    }

    /** The bid stands, and nothing secures it yet. */
    private static void free(String bid, LotFacts facts, TradeGraph writes, LotRefusals refusals) {
        Map<String, Object> stored = facts.bids().stream()
                .filter(one -> bid.equals(one.get("id")))
                .findFirst()
                .orElse(Map.of());
        if (stored.get("withdrawnAt") != null) {
            refusals.all()
                    .conflict("ALREADY_DONE", "bid", "bid：已撤回，不再需要保证金", "bid: it is withdrawn and needs no security");
        }
        boolean secured = stored.get("deposits") instanceof List<?> known && !known.isEmpty();
        if (secured
                || writes.other("Bid", bid, "COVERED_BY", true, "AnnualDeposit").isPresent()) {
            refusals.all()
                    .conflict(
                            "DEPOSIT_EXISTS",
                            "bid",
                            "bid：此投标已有保证金；要更换的，截止前可撤回投标再重新递交",
                            "bid: it is secured already; to give another security, withdraw the bid before the deadline and hand it in anew");
        }
    }

    private static long amount(CommandCall call, LotFacts facts, LotRefusals refusals) {
        long amount = Objects.requireNonNull(call.fen("amount"));
        refusals.positive("amount", amount);
        if (!(facts.lot().get("requiredDeposit") instanceof Long least)) {
            refusals.all().conflict("NO_DEPOSIT_ASKED", "bid", "bid：此标段不收投标保证金", "bid: its lot asks for no security");
        } else if (amount < least) {
            refusals.all()
                    .add(
                            "DEPOSIT_TOO_LOW",
                            "amount",
                            "amount：不得少于招标文件要求的 " + LotRefusals.yuan(least) + " 元（招标投标法实施条例第二十六条）",
                            "amount: at least the " + LotRefusals.yuan(least)
                                    + " yuan that the lot asks for (Implementing Regulation, article 26)");
        }
        return amount;
    }

    /** 招标投标法实施条例第二十六条: where the law bids to tender, money comes from the bidder's basic account. */
    private @Nullable Account account(
            CommandCall call,
            String company,
            boolean guarantee,
            LotFacts facts,
            LotRefusals refusals,
            Transaction transaction) {
        String number = call.optionalText("account");
        if (number == null) {
            if (!guarantee) {
                refusals.all().missing("account", "转账、支票应填付款账号", "transfers and cheques need the account that pays");
            }
            return null;
        }
        Optional<Account> account = SecurityGraph.account(company, number, sealer, transaction);
        if (account.isEmpty()) {
            SecurityGraph.notOwn(refusals);
        } else if (!guarantee && facts.isMandatory() && !account.get().basic()) {
            refusals.all()
                    .add(
                            "ACCOUNT_NOT_BASIC",
                            "account",
                            "account：依法必须招标的项目，保证金应从本单位基本账户转出（招标投标法实施条例第二十六条）",
                            "account: where the law bids to tender, the security comes from the bidder's basic account (Implementing"
                                    + " Regulation, article 26)");
        }
        return account.orElse(null);
    }
}
