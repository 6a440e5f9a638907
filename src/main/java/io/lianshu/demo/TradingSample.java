package io.lianshu.demo;

import io.lianshu.demo.CompanySample.Firm;
import io.lianshu.demo.ProjectSample.Work;
import io.lianshu.demo.Rings.Turn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tenders, lots, bids and awards. The last lots are not opened, and there are bids in them. Four firms, the fellows, meet
 * in every sixth of the first forty lots with prices in even steps and take turns at winning.
 */
final class TradingSample {

    /** A lot; {@code opened} is null while nobody has opened it. */
    record Section(int index, String code, LocalDate deadline, boolean opened, long control, long deposit) {}

    /** A bid; {@code fellow} is the firm's place among the fellows, or -1. */
    record Offer(String number, Section lot, Firm firm, int fellow, long price, boolean valid) {}

    private final Scope scope;
    private final Draws draws;
    private final LotDays days;
    private final List<Work> works;
    private final Rings rings;
    private final Set<String> joined = new HashSet<>();
    private final OrganisationSample organisation;
    private final CompanySample firms;
    private final LocalDate asOf;
    private final BidMarks marks;
    private final TradingTables tables = new TradingTables();
    private int bidNumber;

    TradingSample(Scope scope, OrganisationSample organisation, CompanySample firms, ProjectSample projects) {
        this.scope = scope;
        this.draws = scope.draws("trading");
        this.organisation = organisation;
        this.firms = firms;
        this.asOf = scope.asOf();
        this.days = new LotDays(scope, draws);
        this.marks = new BidMarks(scope, firms.builders());
        firms.shareTelephone(
                firms.builders().get(Rings.FELLOWS.get(1)), firms.builders().get(Rings.FELLOWS.get(2)));
        this.works = new ArrayList<>(projects.works());
        works.sort(Comparator.comparingInt(Work::stage).reversed());
        this.rings = new Rings(
                scope,
                firms.builders().size(),
                days.lots(),
                lot -> days.opens(lot)
                        ? works.get(days.tenderOf(lot) % works.size()).town()
                        : null);
        for (int i = 0; i < days.lots(); i++) {
            lot(i, works.get(days.tenderOf(i) % works.size()), i < days.tenders());
        }
    }

    /** Who shared which lots out. */
    Rings rings() {
        return rings;
    }

    List<Table> tables() {
        List<Table> all = new ArrayList<>(tables.all());
        all.addAll(marks.tables());
        return all;
    }

    private void lot(int index, Work work, boolean first) {
        String tender = "WC-ZB-%04d".formatted(days.tenderOf(index) + 1);
        boolean opened = days.opens(index);
        LocalDate deadline = days.deadline(index, opened);
        if (first) {
            tables.tenders.add(
                    tender,
                    "",
                    "",
                    work.name() + (index < works.size() ? "施工" : "附属工程施工"),
                    "ENGINEERING",
                    work.investment() < 20_000_000 ? "INVITED" : "OPEN",
                    "ENTRUSTED",
                    work.government(),
                    "WORKS",
                    work.investment() / 1_000 + ".00",
                    index % 3 == 0,
                    days.announced(deadline.minusDays(draws.between(21, 30))),
                    work.code(),
                    work.owner().creditCode(),
                    "",
                    agency(),
                    "JY-01",
                    organisation.offices().get(index % 4 == 0 ? 4 : 0).creditCode(),
                    index % 4 == 0 ? "OWN" : "ENTRUSTED");
        }
        long estimate = draws.between(420, 4_800) * 10_000L;
        if (scope.grown() && index % 4 == 3) {
            estimate = estimate / 120_000 * 10_000;
        }
        long control = estimate * draws.between(94, 99) / 100;
        Section section = new Section(
                index,
                tender + (first ? "-01" : "-02"),
                deadline,
                opened,
                control,
                scope.grown()
                        ? Math.min(estimate / 50_000 * 1_000, 800_000)
                        : Math.min(estimate / 5_000_000, 16) * 50_000 + 20_000);
        tables.lots.add(
                section.code(),
                1,
                work.name() + (first ? "一标段" : "二标段"),
                "WORKS",
                estimate + ".00",
                control + ".00",
                section.deposit() + ".00",
                "CNY",
                at(deadline, 9, 30),
                "",
                opened ? at(deadline, 9, 30) : null,
                opened ? "OPENED" : "NOTICED",
                "",
                "",
                "",
                "",
                tender,
                "");
        offers(section);
    }

    /** One agency of a grown district has much of the business. */
    private String agency() {
        List<Firm> agencies = firms.agencies();
        return (scope.grown() && draws.chance(0.3) ? agencies.get(0) : draws.one(agencies)).creditCode();
    }

    private void offers(Section lot) {
        joined.clear();
        Turn turn = rings.of(lot.index());
        List<Integer> bidders = new ArrayList<>(turn == null ? List.of() : turn.bidders());
        List<Integer> others = IntStream.range(0, firms.builders().size())
                .filter(builder -> !rings.isReserved(builder) && !bidders.contains(builder))
                .boxed()
                .toList();
        List<Integer> members = List.copyOf(bidders);
        bidders.addAll(draws.several(turn == null ? draws.between(5, 9) : turn.others(draws), others));
        boolean fellowship = turn != null && turn.isFellowship();
        List<Offer> offers = new ArrayList<>();
        for (int bidder : bidders) {
            boolean member = turn != null && members.contains(bidder);
            long price = turn != null && member
                    ? turn.price(lot.control(), bidder)
                    : Math.min(Math.round(lot.control() * draws.around(0.955, 0.02)), lot.control());
            if (turn != null && !member) {
                price = Math.max(price, turn.floor(lot.control()));
            }
            boolean valid = member || !draws.chance(0.05);
            offers.add(new Offer(
                    "WC-TB-%05d".formatted(++bidNumber),
                    lot,
                    firms.builders().get(bidder),
                    fellowship ? Rings.FELLOWS.indexOf(bidder) : -1,
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
        tables.bids.add(
                offer.number(),
                offer.lot().code(),
                1,
                1,
                1,
                offer.firm().creditCode(),
                submitted,
                offer.price() + ".00",
                "",
                draws.between(120, 480),
                opened ? offer.valid() : null,
                opened && !offer.valid() ? "未按招标文件要求签章" : "",
                "",
                opened && rank > 0 ? rank : null,
                opened && rank > 0 ? "%.2f".formatted(96.0 - rank * 1.3) : null,
                together ? partner() : "");
        marks.write(offer, handedIn);
    }

    /** A designer that joins one bid of a lot and no other. */
    private String partner() {
        String partner;
        do {
            partner = draws.one(firms.designers()).creditCode();
        } while (!joined.add(partner));
        return partner;
    }

    private void award(Section lot, List<Offer> ranked) {
        LocalDate from = scope.nextWorkingDay(lot.deadline().plusDays(draws.between(1, 3)));
        LocalDate noticed = scope.nextWorkingDay(from.plusDays(5));
        if (!from.plusDays(7).isBefore(asOf) || !noticed.isBefore(asOf)) {
            return;
        }
        tables.lots.set(lot.index(), "status", "AWARDED");
        tables.lots.set(lot.index(), "evaluatedAt", at(lot.deadline(), 15, 0));
        for (int i = 0; i < ranked.size(); i++) {
            Offer offer = ranked.get(i);
            tables.awards.add(
                    i == 0 ? "WC-ZT-%04d".formatted(lot.index() + 1) : "",
                    lot.code(),
                    1,
                    offer.firm().creditCode(),
                    i == 0 ? "AWARDED" : "CANDIDATE",
                    i + 1,
                    offer.price() + ".00",
                    from,
                    from.plusDays(3),
                    i == 0 ? at(noticed, 10, 0) : null);
        }
    }

    static @Nullable String at(@Nullable LocalDate day, int hour, int minute) {
        return day == null ? null : "%sT%02d:%02d:00+08:00".formatted(day, hour, minute);
    }
}
