package io.lianshu.demo;

import io.lianshu.demo.CompanySample.Firm;
import io.lianshu.demo.TradingSample.Offer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What bids leave behind: people, files, devices, accounts and securities. The fellows make some files on one machine
 * and pay some securities from one account; a terminal in the service hall is used by whoever passes.
 */
final class BidMarks {

    private static final String HALL_TERMINAL = "00-16-3E-5A-10-77";

    /** A firm's own machine and account. */
    private record Kit(String card, String disk, String dongle, String account, String author) {}

    private final Draws draws = new Draws("bid-marks");
    private final Map<String, Kit> kits = new LinkedHashMap<>();
    private final List<Firm> builders;
    private final Table people = Table.of("bid-people", "bidNo", "person", "role");
    private final Table documents = Table.of(
            "bid-documents",
            "documentNo",
            "bidNo",
            "sha256",
            "size",
            "toolVersion",
            "solidifiedAt",
            "author",
            "lastModifiedBy");
    private final Table devices = Table.of("bid-devices", "documentNo", "kind", "value", "publicTerminal");
    private final Table accounts = Table.of("bank-accounts", "number", "bank", "basicAccount", "company");
    private final Table deposits = Table.of(
            "deposits", "depositNo", "bidNo", "form", "amount", "receivedAt", "refundedAt", "status", "account");

    BidMarks(List<Firm> builders) {
        this.builders = builders;
        for (Firm firm : builders) {
            Kit kit = new Kit(card(), "WD-" + draws.hex(12), draws.digits(10), account(), "用户" + draws.digits(3));
            kits.put(firm.creditCode(), kit);
            accounts.add(kit.account(), bank(), true, firm.creditCode());
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
        documents.add(
                document,
                offer.number(),
                draws.hex(64),
                draws.between(4_000_000, 60_000_000),
                "望潮标书制作工具 " + draws.one(List.of("3.2.1", "3.2.4", "3.3.0")),
                TradingSample.at(handedIn.minusDays(1), draws.between(9, 21), draws.between(0, 59)),
                used.author(),
                own.author());
        boolean hall = offer.fellow() < 0 && draws.chance(0.05);
        devices.add(document, "MAC", hall ? HALL_TERMINAL : used.card(), hall);
        if (!hall) {
            devices.add(document, "DISK", used.disk(), "false");
        }
        devices.add(document, "DONGLE", used.dongle(), "false");
        boolean lent = offer.fellow() == 3 && offer.lot().index() % 12 == 7;
        people.add(offer.number(), (lent ? fellow(1) : offer.firm()).operator().idNumber(), "OPERATOR");
        people.add(offer.number(), offer.firm().representative().idNumber(), "AUTHORISED_AGENT");
        deposit(offer, handedIn);
    }

    private void deposit(Offer offer, LocalDate handedIn) {
        boolean opened = offer.lot().opened();
        boolean guarantee = offer.fellow() < 0 && draws.chance(0.25);
        // The third fellow's security comes from the first one's account.
        Kit payer = kit(offer.fellow() == 2 ? fellow(0) : offer.firm());
        deposits.add(
                offer.number().replace("TB", "BZJ"),
                offer.number(),
                guarantee ? "E_GUARANTEE" : "TRANSFER",
                offer.lot().deposit() + ".00",
                TradingSample.at(handedIn.minusDays(draws.between(1, 3)), draws.between(9, 16), draws.between(0, 59)),
                opened ? TradingSample.at(offer.lot().deadline().plusDays(draws.between(6, 9)), 15, 0) : null,
                opened ? "REFUNDED" : "RECEIVED",
                payer.account());
    }

    private Firm fellow(int place) {
        return builders.get(TradingSample.FELLOWS.get(place));
    }

    private Kit kit(Firm firm) {
        Kit kit = kits.get(firm.creditCode());
        if (kit == null) {
            throw new IllegalStateException(firm.name() + " does not bid");
        }
        return kit;
    }

    private String card() {
        String hex = draws.hex(6).toUpperCase(Locale.ROOT);
        return "02-00-5E-%s-%s-%s".formatted(hex.substring(0, 2), hex.substring(2, 4), hex.substring(4, 6));
    }

    private String account() {
        return "9999" + draws.digits(15);
    }

    private String bank() {
        return draws.one(List.of("望潮农村合作银行营业部", "望潮商业银行渡口支行", "望潮商业银行观澜支行"));
    }
}
