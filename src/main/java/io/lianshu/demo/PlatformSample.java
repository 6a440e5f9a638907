package io.lianshu.demo;

import io.lianshu.demo.District.Made;
import java.time.LocalDate;
import java.util.List;

/** The people of the platforms, and what was announced and traded on them. */
final class PlatformSample {

    private final Table people = Table.of("platform-people", "platform", "from", "liaison", "seconded", "trader");
    private final Table assessments =
            Table.of("station-assessments", "assessmentNo", "year", "score", "result", "platform");
    private final Table trades = Table.of(
            "trades",
            "unifiedDealCode",
            "category",
            "completedAt",
            "outcome",
            "dealAmount",
            "lot",
            "lotRound",
            "platform");
    private final Table rural = Table.of(
            "rural-trades",
            "dealNo",
            "name",
            "subject",
            "reservePrice",
            "dealPrice",
            "tradedOn",
            "platform",
            "company");
    private final Table filings =
            Table.of("pre-tenders", "filingNo", "filedAt", "noticeAt", "missingPermits", "baselineNoticeOn", "tender");
    private final Table notices = Table.of(
            "notices",
            "noticeNo",
            "url",
            "kind",
            "title",
            "publishedAt",
            "periodDays",
            "content",
            "place",
            "lot",
            "lotRound");
    private final Table tenderNotices = Table.of(
            "tender-notices",
            "noticeNo",
            "url",
            "kind",
            "title",
            "publishedAt",
            "periodDays",
            "content",
            "place",
            "tender");

    PlatformSample(Scope scope, OrganisationSample organisation, CompanySample companies, Made made) {
        LocalDate asOf = scope.asOf();
        people.add("JY-02", "2024-01-01", organisation.officers().get(21).idNumber(), "", "");
        people.add("JY-01", "2025-03-01", "", organisation.officers().get(22).idNumber(), "");
        people.add(
                "JY-02", "2024-01-01", "", "", organisation.officers().get(23).idNumber());
        people.add("JY-01", "2025-03-01", "", "", organisation.officers().get(2).idNumber());
        assessments.add("KH-2025-01", 2025, "91.5", "EXCELLENT", "JY-02");
        Table awards = made.table("awards");
        for (int row = 0; row < (scope.grown() ? awards.rows().size() : 24); row += 3) {
            String lot = awards.cell(row, "lot");
            trades.add(
                    "A01-339901-%06d".formatted(row + 1),
                    "ENGINEERING",
                    awards.cell(row, "noticeAt"),
                    "SUCCESS",
                    awards.cell(row, "amount"),
                    lot,
                    1,
                    "JY-01");
        }
        trades.add(
                "A01-339901-900001",
                "OTHER",
                TradingSample.at(asOf.minusDays(30), 15, 0),
                "FAILED",
                "",
                "",
                "",
                "JY-02");
        rural.add(
                "NC-2025-001",
                "上渡村集体厂房出租",
                "ASSET_LEASE",
                "180000.00",
                "206000.00",
                asOf.minusDays(60),
                "JY-02",
                companies.owners().get(9).creditCode());
        Table tenders = made.table("tenders");
        filings.add(
                "YZB-2025-001",
                TradingSample.at(asOf.minusDays(460), 9, 0),
                TradingSample.at(asOf.minusDays(455), 9, 0),
                "建设工程规划许可证;初步设计批复",
                asOf.minusDays(410),
                tenders.cell(0, "tenderProjectCode"));
        for (int place = 2; place < (scope.grown() ? made.lots() : 5); place++) {
            String lot = made.lot(place);
            if (!made.rowsOf("awards", "lot", lot).isEmpty()) {
                notice(made.table("lots"), place, lot, "CANDIDATE", "中标候选人公示", 3);
            }
        }
        // A lot that nobody has opened is announced, and that is all of it that the public may know.
        for (int place = 13; place < (scope.grown() ? tenders.rows().size() : 14); place++) {
            String number = "GG-ZB-%04d".formatted(place - 12);
            tenderNotices.add(
                    number,
                    "https://example.invalid/wc/" + number,
                    "TENDER",
                    tenders.cell(place, "name") + "招标公告",
                    tenders.cell(place, "noticeOn") + "T09:00:00+08:00",
                    20,
                    "",
                    "JY-01",
                    tenders.cell(place, "tenderProjectCode"));
        }
        if (scope.grown()) {
            new OtherTrades(scope, companies).fill(trades, rural);
        }
    }

    List<Table> tables() {
        return List.of(people, assessments, trades, rural, filings, notices, tenderNotices);
    }

    private void notice(Table lots, int place, String lot, String kind, String title, int days) {
        String number = "GG-%s-%04d".formatted(kind.substring(0, 2), place);
        LocalDate day =
                LocalDate.parse(lots.cell(place, "openedAt").substring(0, 10)).plusDays(2);
        notices.add(
                number,
                "https://example.invalid/wc/" + number,
                kind,
                lots.cell(place, "name") + title,
                TradingSample.at(day, 9, 0),
                days,
                "",
                "JY-01",
                lot,
                1);
    }
}
