package io.lianshu.demo;

import io.lianshu.demo.CompanySample.Firm;
import io.lianshu.demo.TradingSample.Offer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What bids leave behind: people, files, devices, accounts and securities. The fellows make some files on one machine
 * and pay some securities from one account; a terminal in the service hall is used by whoever passes.
 */
final class BidMarks {

    static final String HALL_TERMINAL = "00-16-3E-5A-10-77";
    static final String HALL_DISK = "WD-HALL0000001";

    /** The version of the tool whose files bear a code of their making. */
    static final String CODED = "3.3.0";

    /** Kinds of processors, by what they report; one says little, for machines of one make have the same. */
    private static final List<String> PROCESSORS = List.of(
            "BFEBFBFF000906EA",
            "BFEBFBFF000906ED",
            "BFEBFBFF000A0655",
            "BFEBFBFF000A0671",
            "BFEBFBFF00090672",
            "178BFBFF00870F10",
            "178BFBFF00A20F10",
            "178BFBFF00A50F00");

    /** A firm's own machine and account. */
    private record Kit(String card, String processor, String disk, String dongle, String account, String author) {}

    private final Scope scope;
    private final Draws draws;

    /** What only grown districts tell of machines and files. */
    private final Draws hardware;

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Kit> kits = new LinkedHashMap<>();
    private final List<Firm> builders;
    private final Table people = Table.of("bid-people", "bidNo", "person", "role");
    private final Table documents = Table.of(
            "bid-documents",
            "documentNo",
            "bidNo",
            "sha256",
            "size",
            "simhash",
            "md5",
            "toolVersion",
            "solidifiedAt",
            "author",
            "lastModifiedBy");
    private final Table devices = Table.of("bid-devices", "documentNo", "kind", "value", "publicTerminal");
    private final Table accounts = Table.of("bank-accounts", "number", "bank", "basicAccount", "company", "person");
    private final Table deposits = Table.of(
            "deposits",
            "depositNo",
            "bidNo",
            "form",
            "amount",
            "receivedAt",
            "refundedAt",
            "status",
            "refundOrderedAt",
            "interest",
            "account");

    BidMarks(Scope scope, List<Firm> builders) {
        this.scope = scope;
        this.draws = scope.draws("bid-marks");
        this.hardware = scope.draws("hardware");
        this.builders = builders;
        for (Firm firm : builders) {
            Kit kit = new Kit(
                    card(),
                    hardware.one(PROCESSORS),
                    "WD-" + draws.hex(12),
                    draws.digits(10),
                    account(),
                    author("用户" + draws.digits(3)));
            kits.put(firm.creditCode(), kit);
            accounts.add(kit.account(), bank(), true, firm.creditCode(), "");
        }
    }

    List<Table> tables() {
        return List.of(people, documents, devices, accounts, deposits);
    }

    void write(Offer offer, LocalDate handedIn) {
        Kit own = kit(offer.firm());
        // The second and third fellow work on the first one's machine in every other of their lots.
        boolean borrowed =
                offer.fellow() >= 1 && offer.fellow() <= 2 && offer.lot().index() % 12 == 1;
        Kit used = borrowed ? kit(fellow(0)) : own;
        String document = offer.number().replace("TB", "WJ");
        String hash = draws.hex(64);
        documents.add(
                document,
                offer.number(),
                hash,
                draws.between(4_000_000, 60_000_000),
                hash.substring(0, 16),
                hash.substring(16, 48),
                "望潮标书制作工具 " + draws.one(List.of("3.2.1", "3.2.4", CODED)),
                TradingSample.at(handedIn.minusDays(1), draws.between(9, 21), draws.between(0, 59)),
                used.author(),
                own.author());
        boolean hall = offer.fellow() < 0 && draws.chance(0.05);
        devices.add(document, "MAC", hall ? HALL_TERMINAL : used.card(), hall);
        if (!hall) {
            devices.add(document, "DISK", used.disk(), "false");
        }
        if (scope.grown()) {
            if (hall) {
                devices.add(document, "DISK", HALL_DISK, "true");
            } else {
                devices.add(document, "CPU", used.processor(), "false");
            }
            String code = "FC-" + hardware.hex(16);
            if (documents.cell(documents.rows().size() - 1, "toolVersion").endsWith(CODED)) {
                devices.add(document, "FILE_CODE", code, "false");
            }
        }
        devices.add(document, "DONGLE", used.dongle(), "false");
        boolean lent = offer.fellow() == 3 && offer.lot().index() % 12 == 7;
        people.add(offer.number(), (lent ? fellow(1) : offer.firm()).operator().idNumber(), "OPERATOR");
        people.add(offer.number(), offer.firm().representative().idNumber(), "AUTHORISED_AGENT");
        deposit(offer, handedIn);
    }

    private void deposit(Offer offer, LocalDate handedIn) {
        boolean guarantee = offer.fellow() < 0 && draws.chance(0.25);
        // The third fellow's security comes from the first one's account.
        Kit payer = kit(offer.fellow() == 2 ? fellow(0) : offer.firm());
        String received =
                TradingSample.at(handedIn.minusDays(draws.between(1, 3)), draws.between(9, 16), draws.between(0, 59));
        LocalDate refunded = offer.lot().opened() ? offer.lot().deadline().plusDays(draws.between(6, 9)) : null;
        if (refunded != null && scope.grown() && refunded.isAfter(scope.asOf())) {
            refunded = null;
        }
        deposits.add(
                offer.number().replace("TB", "BZJ"),
                offer.number(),
                guarantee ? "E_GUARANTEE" : "TRANSFER",
                offer.lot().deposit() + ".00",
                received,
                TradingSample.at(refunded, 15, 0),
                refunded == null ? "RECEIVED" : "REFUNDED",
                TradingSample.at(refunded, 9, 30),
                refunded == null || guarantee ? "" : interest(offer.lot().deposit(), handedIn, refunded),
                payer.account());
    }

    /** As a bank pays it on demand deposits. */
    private static String interest(long yuan, LocalDate from, LocalDate to) {
        return BigDecimal.valueOf(yuan)
                .multiply(new BigDecimal(CentreSample.DEMAND_RATE))
                .multiply(BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to)))
                .divide(BigDecimal.valueOf(36_500), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private Firm fellow(int place) {
        return builders.get(Rings.FELLOWS.get(place));
    }

    private Kit kit(Firm firm) {
        Kit kit = kits.get(firm.creditCode());
        if (kit == null) {
            throw new IllegalStateException(firm.name() + " does not bid");
        }
        return kit;
    }

    private String card() {
        String hex;
        do {
            hex = draws.hex(6).toUpperCase(Locale.ROOT);
        } while (!taken.add(hex));
        return "02-00-5E-%s-%s-%s".formatted(hex.substring(0, 2), hex.substring(2, 4), hex.substring(4, 6));
    }

    /** The user of a firm's machine; in a grown district no two firms' are called alike by chance. */
    private String author(String name) {
        String author = name;
        while (!taken.add(author) && scope.grown()) {
            author = name + hardware.digits(3);
        }
        return author;
    }

    private String account() {
        return "9999" + draws.digits(15);
    }

    private String bank() {
        return draws.one(List.of("望潮农村合作银行营业部", "望潮商业银行渡口支行", "望潮商业银行观澜支行"));
    }
}
