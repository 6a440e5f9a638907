package io.lianshu.demo;

import io.lianshu.demo.District.Made;
import io.lianshu.demo.OrganisationSample.Human;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Openings, committees with their scores, contracts and what was given on, and what was said against results. */
final class ResultSample {

    private static final int OPENED = 2;

    private final Draws draws;
    private final boolean grown;
    private final Made made;
    private final Table openings =
            Table.of("opening-records", "recordNo", "openedAt", "bidderCount", "place", "lot", "lotRound");
    private final Table committees =
            Table.of("committees", "committeeNo", "drawnAt", "role", "lot", "lotRound", "person");
    private final Table scores = Table.of("scores", "scoreNo", "item", "score", "person", "bidNo");
    private final Table contracts = Table.of(
            "contracts",
            "contractNo",
            "amount",
            "signedOn",
            "days",
            "performanceBond",
            "bondReturnedAt",
            "performedOn",
            "performanceNote",
            "lot",
            "lotRound",
            "company");
    private final Table subcontracts = Table.of("subcontracts", "contract", "amount", "agreedOn", "company");
    private final Table renunciations =
            Table.of("renunciations", "renouncedAt", "renounceReason", "lot", "lotRound", "company");
    private final Table objections = Table.of(
            "objections",
            "objectionNo",
            "stage",
            "content",
            "filedAt",
            "repliedAt",
            "outcome",
            "reply",
            "lot",
            "lotRound",
            "company",
            "supplier");
    private final Table complaints = Table.of(
            "complaints",
            "complaintNo",
            "stage",
            "content",
            "filedAt",
            "acceptedAt",
            "repliedAt",
            "outcome",
            "knownOn",
            "basis",
            "docNo",
            "objection",
            "lot",
            "lotRound",
            "company",
            "filer");

    ResultSample(Scope scope, OrganisationSample organisation, CompanySample companies, Made made) {
        LocalDate asOf = scope.asOf();
        this.draws = scope.draws("results");
        this.grown = scope.grown();
        this.made = made;
        for (int place = 2; place < (scope.grown() ? made.lots() : 6); place++) {
            if (!made.isOpened(place)) {
                continue;
            }
            openings.add(
                    "KB-%04d".formatted(place),
                    made.openedAt(place),
                    made.bidsOf(made.lot(place)).size(),
                    "区公共资源交易中心开标二室",
                    made.lot(place),
                    1);
        }
        List<Human> experts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            experts.add(organisation.expert(draws));
        }
        committee("PB-0002", OPENED, made.openedAt(OPENED), experts);
        committee("PB-0038", made.closedLot(), asOf + "T09:00:00+08:00", experts.subList(1, 4));
        scores(experts);
        Table awards = made.table("awards");
        for (int row = 0; row < (scope.grown() ? awards.rows().size() : 9); row += 3) {
            contract(awards, row, companies, asOf);
        }
        if (scope.grown()) {
            new Evaluations(scope, organisation, made).fill(committees, scores);
        }
        renunciations.add(
                TradingSample.at(asOf.minusDays(30), 9, 30),
                "项目经理另有在建工程",
                awards.cell(10, "lot"),
                1,
                awards.cell(10, "supplier"));
        objections.add(
                "YY-001",
                "OPENING",
                "唱标报价与开标记录不一致",
                made.openedAt(OPENED),
                made.openedAt(OPENED),
                "REJECTED",
                "经核对，开标记录与投标函一致",
                made.lot(OPENED),
                1,
                made.bids().cell(made.bidsOf(made.lot(OPENED)).get(0), "tenderer"),
                "");
        complaints.add(
                "TS-001",
                "RESULT",
                "中标候选人业绩不实",
                awards.cell(0, "noticeAt"),
                awards.cell(0, "noticeAt"),
                "",
                "PENDING",
                "",
                "",
                "",
                "",
                awards.cell(0, "lot"),
                1,
                awards.cell(0, "supplier"),
                awards.cell(1, "supplier"));
    }

    List<Table> tables() {
        return List.of(openings, committees, scores, contracts, subcontracts, renunciations, objections, complaints);
    }

    private void committee(String number, int lot, String drawn, List<Human> experts) {
        for (int i = 0; i < experts.size(); i++) {
            committees.add(
                    number,
                    drawn,
                    i == 0 ? "CHAIR" : "EXPERT",
                    made.lot(lot),
                    1,
                    experts.get(i).idNumber());
        }
    }

    private void scores(List<Human> experts) {
        List<Integer> bids = made.bidsOf(made.lot(OPENED));
        int number = 0;
        for (int i = 0; i < 3; i++) {
            for (int row : bids.subList(0, 3)) {
                scores.add(
                        "DF-%04d".formatted(++number),
                        "施工组织设计",
                        "%d.5".formatted(draws.between(24, 29)),
                        experts.get(i).idNumber(),
                        made.bids().cell(row, "bidNo"));
            }
        }
    }

    private void contract(Table awards, int row, CompanySample companies, LocalDate asOf) {
        String number = "HT-2025-%03d".formatted(row / 3 + 1);
        LocalDate noticed = LocalDate.parse(awards.cell(row, "noticeAt").substring(0, 10));
        if (!noticed.plusDays(20).isBefore(asOf)) {
            return;
        }
        contracts.add(
                number,
                awards.cell(row, "amount"),
                noticed.plusDays(20),
                draws.between(180, 420),
                "500000.00",
                "",
                "",
                "",
                awards.cell(row, "lot"),
                1,
                awards.cell(row, "supplier"));
        made.table("lots")
                .set(
                        made.rowsOf("lots", "bidSectionCode", awards.cell(row, "lot"))
                                .get(0),
                        "status",
                        "CONTRACTED");
        if (row == 0 && !grown) {
            leaveUnrefunded(awards.cell(row, "lot"));
        }
        if (row == 0) {
            subcontracts.add(
                    number,
                    "860000.00",
                    noticed.plusDays(40),
                    companies.builders().get(6).creditCode());
        }
    }

    /** One security of a signed lot is still to be given back. */
    private void leaveUnrefunded(String lot) {
        Table deposits = made.table("deposits");
        made.bidsOf(lot).stream()
                .flatMap(bid -> made.rowsOf("deposits", "bidNo", made.bids().cell(bid, "bidNo")).stream())
                .filter(row -> deposits.cell(row, "form").equals("TRANSFER"))
                .findFirst()
                .ifPresent(row -> {
                    deposits.set(row, "status", "RECEIVED");
                    deposits.set(row, "refundedAt", "");
                });
    }
}
