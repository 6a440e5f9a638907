package io.lianshu.demo;

import io.lianshu.demo.CompanySample.Firm;
import io.lianshu.demo.ProjectSample.Work;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tenders, lots, bids and awards. The last three lots are not opened, and there are bids in them. Four firms, the
 * fellows, meet in every sixth lot with prices in even steps and take turns at winning.
 */
final class TradingSample {

    /** A lot; {@code opened} is null while nobody has opened it. */
    record Section(int index, String code, LocalDate deadline, boolean opened, long control, long deposit) {}

    /** A bid; {@code fellow} is the firm's place among the fellows, or -1. */
    record Offer(String number, Section lot, Firm firm, int fellow, long price, boolean valid) {}

    private static final int TENDERS = 24;
    private static final int LOTS = 40;
    static final List<Integer> FELLOWS = List.of(4, 11, 19, 27);

    private final Draws draws = new Draws("trading");
    private final OrganisationSample organisation;
    private final CompanySample firms;
    private final LocalDate asOf;
    private final BidMarks marks;
    private final Table tenders = Table.of(
            "tenders",
            "tenderProjectCode",
            "name",
            "category",
            "procurementMethod",
            "organisation",
            "mandatory",
            "acceptsConsortium",
            "noticeOn",
            "project",
            "procuringEntity",
            "agency",
            "supervisor",
            "basis");
    private final Table lots = Table.of(
            "lots",
            "bidSectionCode",
            "round",
            "name",
            "category",
            "estimate",
            "controlPrice",
            "requiredDeposit",
            "bidDeadline",
            "openedAt",
            "tender");
    private final Table bids = Table.of(
            "bids",
            "bidNo",
            "lot",
            "lotRound",
            "round",
            "sequence",
            "tenderer",
            "submittedAt",
            "price",
            "durationDays",
            "valid",
            "rejectReason",
            "rank",
            "score",
            "member");
    private final Table awards = Table.of(
            "awards",
            "noticeNo",
            "lot",
            "lotRound",
            "supplier",
            "status",
            "rank",
            "amount",
            "publicityFrom",
            "publicityTo",
            "noticeAt");
    private int bidNumber;

    TradingSample(OrganisationSample organisation, CompanySample firms, ProjectSample projects, LocalDate asOf) {
        this.organisation = organisation;
        this.firms = firms;
        this.asOf = asOf;
        this.marks = new BidMarks(firms.builders());
        firms.shareTelephone(
                firms.builders().get(FELLOWS.get(1)), firms.builders().get(FELLOWS.get(2)));
        List<Work> works = new ArrayList<>(projects.works());
        works.sort(Comparator.comparingInt(Work::stage).reversed());
        for (int i = 0; i < LOTS; i++) {
            lot(i, works.get(i % TENDERS), i < TENDERS);
        }
    }

    List<Table> tables() {
        List<Table> tables = new ArrayList<>(List.of(tenders, lots, bids, awards));
        tables.addAll(marks.tables());
        return tables;
    }

    private void lot(int index, Work work, boolean first) {
        String tender = "WC-ZB-%04d".formatted(index % TENDERS + 1);
        boolean opened = index < LOTS - 3;
        LocalDate deadline =
                opened ? asOf.minusDays(420 - 10L * index + draws.between(0, 8)) : asOf.plusDays(12L * (index - 38));
        if (first) {
            tenders.add(
                    tender,
                    work.name() + "施工",
                    "ENGINEERING",
                    work.investment() < 20_000_000 ? "INVITED" : "OPEN",
                    "ENTRUSTED",
                    work.government(),
                    index % 3 == 0,
                    deadline.minusDays(draws.between(21, 30)),
                    work.code(),
                    work.owner().creditCode(),
                    draws.one(firms.agencies()).creditCode(),
                    organisation.offices().get(index % 4 == 0 ? 4 : 0).creditCode(),
                    index % 4 == 0 ? "OWN" : "ENTRUSTED");
        }
        long estimate = draws.between(420, 4_800) * 10_000L;
        long control = estimate * draws.between(94, 99) / 100;
        Section section = new Section(
                index,
                tender + (first ? "-01" : "-02"),
                deadline,
                opened,
                control,
                Math.min(estimate / 5_000_000, 16) * 50_000 + 20_000);
        lots.add(
                section.code(),
                1,
                work.name() + (first ? "一标段" : "二标段"),
                "WORKS",
                estimate + ".00",
                control + ".00",
                section.deposit() + ".00",
                at(deadline, 9, 30),
                opened ? at(deadline, 9, 30) : null,
                tender);
        offers(section);
    }

    private void offers(Section lot) {
        boolean fellowship = lot.index() % 6 == 1;
        List<Integer> bidders = new ArrayList<>();
        if (fellowship) {
            bidders.addAll(FELLOWS);
        }
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < CompanySample.BUILDERS; i++) {
            if (!FELLOWS.contains(i)) {
                others.add(i);
            }
        }
        bidders.addAll(draws.several(fellowship ? draws.between(1, 2) : draws.between(5, 9), others));
        long step = lot.control() / 90;
        List<Offer> offers = new ArrayList<>();
        for (int bidder : bidders) {
            int fellow = FELLOWS.indexOf(bidder);
            int turn = Math.floorMod(fellow - lot.index() / 6, FELLOWS.size());
            long price = fellow >= 0 && fellowship
                    ? lot.control() * 93 / 100 + step * turn
                    : Math.min(Math.round(lot.control() * draws.around(0.955, 0.02)), lot.control());
            boolean valid = (fellow >= 0 && fellowship) || !draws.chance(0.05);
            offers.add(new Offer(
                    "WC-TB-%05d".formatted(++bidNumber),
                    lot,
                    firms.builders().get(bidder),
                    fellowship ? fellow : -1,
                    price,
                    valid));
        }
        List<Offer> ranked = offers.stream()
                .filter(Offer::valid)
                .sorted(Comparator.comparingLong(Offer::price))
                .toList();
        for (Offer offer : offers) {
            write(offer, ranked.indexOf(offer) + 1);
        }
        if (lot.opened() && ranked.size() >= 3) {
            award(lot, ranked.subList(0, 3));
        }
    }

    private void write(Offer offer, int rank) {
        boolean opened = offer.lot().opened();
        LocalDate handedIn = offer.lot().deadline().minusDays(draws.between(0, 2) == 0 ? 0 : 1);
        boolean sameDay = handedIn.equals(offer.lot().deadline());
        String submitted = at(handedIn, sameDay ? draws.between(8, 8) : draws.between(9, 17), draws.between(0, 59));
        boolean together = offer.fellow() < 0 && draws.chance(0.04);
        bids.add(
                offer.number(),
                offer.lot().code(),
                1,
                1,
                1,
                offer.firm().creditCode(),
                submitted,
                offer.price() + ".00",
                draws.between(120, 480),
                opened ? offer.valid() : null,
                opened && !offer.valid() ? "未按招标文件要求签章" : "",
                opened && rank > 0 ? rank : null,
                opened && rank > 0 ? "%.2f".formatted(96.0 - rank * 1.3) : null,
                together ? draws.one(firms.designers()).creditCode() : "");
        marks.write(offer, handedIn);
    }

    private void award(Section lot, List<Offer> ranked) {
        LocalDate from = lot.deadline().plusDays(draws.between(1, 3));
        if (!from.plusDays(7).isBefore(asOf)) {
            return;
        }
        for (int i = 0; i < ranked.size(); i++) {
            Offer offer = ranked.get(i);
            awards.add(
                    i == 0 ? "WC-ZT-%04d".formatted(lot.index() + 1) : "",
                    lot.code(),
                    1,
                    offer.firm().creditCode(),
                    i == 0 ? "AWARDED" : "CANDIDATE",
                    i + 1,
                    offer.price() + ".00",
                    from,
                    from.plusDays(3),
                    i == 0 ? at(from.plusDays(5), 10, 0) : null);
        }
    }

    static @Nullable String at(@Nullable LocalDate day, int hour, int minute) {
        return day == null ? null : "%sT%02d:%02d:00+08:00".formatted(day, hour, minute);
    }
}
