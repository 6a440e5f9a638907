package io.lianshu.trading;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.NodeWrites.Link;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;
import org.springframework.stereotype.Component;

/**
 * Bids handed in and taken back by the bidder itself. Nothing here tells one company of another's bid, in words or in numbers: others
 * are only invited and join by their own account, and a bid's number is drawn, for a next one would count the others.
 */
@Component
@OwnsItsThread
final class BidGraph implements ClientCommand {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final String SUBMIT = "submitBid";
    private static final double HIGHEST_RATE = 100;
    private static final int MOST_MEMBERS = 5;
    private static final int MOST_DAYS = 10_000;

    private final CodeLists codes;

    BidGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of(SUBMIT, "withdrawBid");
    }

    /** That somebody tried to bid tells who means to. */
    @Override
    public boolean isVeiled(String mutation) {
        return true;
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        String company = call.viewer().companyId();
        if (company == null) {
            return CommandOutcome.refused(
                    "NO_COMPANY",
                    null,
                    "您的账号没有关联企业，请联系管理员",
                    "your account acts for no company; ask an administrator to link it");
        }
        return call.mutation().equals(SUBMIT)
                ? submit(call, company, transaction)
                : withdraw(call, company, transaction);
    }

    private CommandOutcome submit(CommandCall call, String company, Transaction transaction) {
        Optional<LotFacts> found = LotGraph.lock(call.text("lot"), call, transaction);
        if (found.isEmpty()) {
            return LotRefusals.unknown(call, codes, "lot");
        }
        LotFacts facts = found.get();
        LotRefusals refusals = new LotRefusals(call, codes);
        open(call, facts, refusals);
        if (facts.bidOf(company).isPresent()) {
            refusals.all()
                    .conflict(
                            "BID_EXISTS",
                            "lot",
                            "lot：贵单位在此标段已有投标或已参加联合体；截止前可先撤回再重新递交",
                            "lot: your company has a bid in this lot, or joined one; before the deadline it may be withdrawn and handed in"
                                    + " anew");
        }
        offer(call, facts, refusals);
        List<String> members = members(call, company, facts, refusals, transaction);
        String cover = AnnualCoverGraph.cover(call, company, facts, refusals, transaction);
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.all().found());
        }
        String number = number("TB-");
        String id = NodeId.of("bid", List.of(number));
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("bidNo", number);
        values.put("round", 1L);
        values.put("sequence", 1L);
        values.put("submittedAt", call.now());
        values.put("price", call.fen("price"));
        values.put("rate", call.input().get("rate"));
        values.put("durationDays", call.input().get("durationDays"));
        values.put("fileHash", call.optionalText("fileHash"));
        values.put("bidders", List.of(company));
        values.put("invited", members.isEmpty() ? null : members);
        List<Link> links = new ArrayList<>();
        links.add(Link.to("FOR_LOT", "Lot", facts.id()));
        links.add(Link.from("SUBMITTED", "Company", company));
        if (cover != null) {
            links.add(Link.to("COVERED_BY", "AnnualDeposit", cover));
        }
        TradeGraph writes = new TradeGraph(call, transaction);
        writes.create("Bid", id, values, links);
        return CommandOutcome.done(id, writes.changes()).veil();
    }

    /** A number that says nothing of how many there are. */
    static String number(String prefix) {
        return prefix + NodeId.random("bid").substring(4, 16).toUpperCase(Locale.ROOT);
    }

    /** 招标投标法第二十八条: what comes after the deadline is refused. */
    static void open(CommandCall call, LotFacts facts, LotRefusals refusals) {
        open("lot", call, facts, refusals);
    }

    static void open(String field, CommandCall call, LotFacts facts, LotRefusals refusals) {
        ZonedDateTime deadline = facts.deadline();
        if (facts.status() != LotStatus.NOTICED || deadline == null) {
            refusals.all()
                    .conflict(
                            "NOT_OPEN_FOR_BIDS",
                            field,
                            field + "：此标段现在不接受投标，招标公告后至截止前可投标",
                            field + ": the lot takes no bids now; it does from the tender notice until the deadline");
        } else if (!call.now().isBefore(deadline)) {
            refusals.all()
                    .conflict(
                            "BID_AFTER_DEADLINE",
                            field,
                            field + "：投标截止时间 " + deadline.toOffsetDateTime() + " 已过，应当拒收（招标投标法第二十八条）",
                            field + ": the deadline, " + deadline.toOffsetDateTime()
                                    + ", has passed; later bids are refused (Tendering and Bidding Law, article 28)");
        }
    }

    /** 招标投标法实施条例第五十一条: a bid above the ceiling is rejected. */
    private static void offer(CommandCall call, LotFacts facts, LotRefusals refusals) {
        Long price = call.fen("price");
        boolean rated = call.input().get("rate") instanceof Double;
        if (call.input().get("rate") instanceof Double percent && !(percent > 0 && percent <= HIGHEST_RATE)) {
            refusals.all()
                    .add(
                            "BAD_VALUE",
                            "rate",
                            "rate：费率或下浮率按百分数填写，应大于 0 且不超过 100",
                            "rate: a rate or discount in percent is more than 0 and at most 100");
        }
        if ((price == null) != rated) {
            refusals.all().missing("price", "price 与 rate 二者填一", "give either price or rate");
        }
        if (price != null) {
            refusals.positive("price", price);
            if (facts.lot().get("controlPrice") instanceof Long most && price > most) {
                refusals.all()
                        .add(
                                "BID_ABOVE_CONTROL_PRICE",
                                "price",
                                "price：高于最高投标限价 " + LotRefusals.yuan(most) + " 元（招标投标法实施条例第五十一条）",
                                "price: above the control price of " + LotRefusals.yuan(most)
                                        + " yuan (Implementing Regulation, article 51)");
            }
        }
        if (call.input().get("durationDays") instanceof Integer days) {
            refusals.all().between("durationDays", days, 1, MOST_DAYS);
        }
        String hash = call.optionalText("fileHash");
        if (hash != null && !SHA_256.matcher(hash).matches()) {
            refusals.all()
                    .add(
                            "BAD_VALUE",
                            "fileHash",
                            "fileHash：应为 64 位小写十六进制的 SHA-256",
                            "fileHash: must be a SHA-256 in 64 lower-case hexadecimal digits");
        }
    }

    private static List<String> members(
            CommandCall call, String company, LotFacts facts, LotRefusals refusals, Transaction transaction) {
        List<String> members = call.ids("members");
        refusals.all().atMost("members", members.size(), MOST_MEMBERS);
        if (!members.isEmpty() && !Boolean.TRUE.equals(facts.tender().get("acceptsConsortium"))) {
            refusals.all()
                    .conflict(
                            "NO_CONSORTIUM",
                            "members",
                            "members：此招标不接受联合体投标",
                            "members: this tender takes no bids of consortia");
        }
        int known = BidderGraph.mayBid(company, members, "lot", call, facts, refusals, transaction);
        if (members.contains(company) || known < members.size()) {
            refusals.all().unknown("members");
        }
        return members;
    }

    /** 招标投标法第二十九条: until the deadline; after it a bid is bound, or its bidder could sink the tender without any risk. */
    private CommandOutcome withdraw(CommandCall call, String company, Transaction transaction) {
        LotRefusals refusals = new LotRefusals(call, codes);
        String reason = refusals.all().needed("withdrawReason", 2, 500);
        String bid = call.text("bid");
        Optional<LotFacts> found =
                LotGraph.ofOwnBid(bid, company, transaction).flatMap(lot -> LotGraph.lock(lot, call, transaction));
        if (found.isEmpty()) {
            return LotRefusals.unknown(call, codes, "bid");
        }
        TradeGraph writes = new TradeGraph(call, transaction);
        Map<String, Object> stored = writes.read("Bid", bid);
        LotFacts facts = found.get();
        ZonedDateTime deadline = facts.deadline();
        if (stored.get("withdrawnAt") != null) {
            refusals.all().conflict("ALREADY_DONE", "bid", "bid：已撤回", "bid: it is withdrawn already");
        } else if (LotStatus.ENDED.contains(facts.status())) {
            refusals.all()
                    .conflict(
                            "LOT_ENDED",
                            "bid",
                            "bid：此标段已流标、终止或重新招标（" + facts.status() + "），投标随之失效，无需撤回",
                            "bid: its lot has ended (" + facts.status()
                                    + "); the bid binds nobody any more and need not be withdrawn");
        } else if (facts.status() != LotStatus.NOTICED
                || (deadline != null && !call.now().isBefore(deadline))) {
            refusals.all()
                    .conflict(
                            "TOO_LATE",
                            "bid",
                            "bid：投标截止后不能撤回（招标投标法第二十九条）；中标候选人可用 renounceAward 放弃",
                            "bid: after the deadline it cannot be withdrawn (Tendering and Bidding Law, article 29); a candidate may"
                                    + " give its place up with renounceAward");
        }
        if (!refusals.none()) {
            return refusals.refused(bid);
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("withdrawnAt", call.now());
        values.put("withdrawReason", reason);
        writes.update("Bid", stored, values);
        CommandOutcome done = CommandOutcome.done(bid, writes.changes());
        return facts.isOpened() ? done : done.veil();
    }
}
