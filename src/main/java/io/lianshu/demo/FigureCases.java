package io.lianshu.demo;

import io.lianshu.demo.District.Made;
import io.lianshu.demo.ProjectSample.Work;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Single projects behind the work report's figures 52 to 55 and 77: fast ones, with the days that they took. Only what
 * projects, approvals and tenders can say is there.
 */
final class FigureCases {

    private static final List<String> BEFORE_START =
            List.of("WC-SP-101", "WC-SP-102", "WC-SP-103", "WC-SP-201", "WC-SP-202", "WC-SP-301", "WC-SP-302");
    private static final String PLANNING_PERMIT = "WC-SP-202";
    private static final String WATER_SOIL = "WC-SP-502";
    private static final int LAND_TO_START = 46;
    private static final int AUCTION_TO_START = 9;
    private static final int EARLIER = 62;

    /** A case as it will be told. */
    private record Told(int figure, String kind, List<String> evidence, String chinese, String english) {}

    private final Made made;
    private final Table approvals;
    private final List<Work> fast;
    private final List<Told> told = new ArrayList<>();
    private int number = 9_000;
    private String tender = "";
    private LocalDate noticed = LocalDate.EPOCH;
    private LocalDate permitted = LocalDate.EPOCH;

    FigureCases(ProjectSample projects, Made made) {
        this.made = made;
        this.approvals = made.table("approvals");
        this.fast = projects.works().stream()
                .skip(24)
                .filter(work -> !work.government() && work.stage() > 2)
                .toList();
    }

    /** Moves approvals; before anything hangs on them. */
    void arrange() {
        landToStart(fast.get(0));
        auctionToStart(fast.get(1));
        ahead(
                fast.get(2),
                PLANNING_PERMIT,
                12,
                54,
                "planning-permit-ahead",
                "建设工程规划许可证提前%d天核发",
                "planning permit issued %d days ahead");
        ahead(
                fast.get(3),
                WATER_SOIL,
                9,
                55,
                "water-soil-ahead",
                "水土保持方案提前%d天完成审批",
                "water-soil plan approved %d days ahead");
        preTender();
    }

    /** Files what was tendered before its permits, and tells of all cases. */
    void tell(Truth truth) {
        made.table("pre-tenders")
                .put(
                        "filingNo",
                        "YZB-" + noticed.getYear() + "-901",
                        "filedAt",
                        TradingSample.at(noticed, 9, 0),
                        "noticeAt",
                        TradingSample.at(noticed, 14, 30),
                        "missingPermits",
                        "建设用地规划许可证;建设工程规划许可证",
                        "baselineNoticeOn",
                        permitted,
                        "tender",
                        tender);
        told.forEach(one -> truth.figure(one.figure(), one.kind(), one.evidence(), one.chinese(), one.english()));
    }

    private void landToStart(Work work) {
        LocalDate land = work.landOn();
        LocalDate done = WorkingDays.onOrAfter(land.plusDays(LAND_TO_START));
        for (int i = 0; i < BEFORE_START.size(); i++) {
            boolean last = i == BEFORE_START.size() - 1;
            approve(work, BEFORE_START.get(i), last ? done : WorkingDays.onOrAfter(land.plusDays(5L * i + 4)), 10);
        }
        tell(
                52,
                "land-to-start",
                work,
                ChronoUnit.DAYS.between(land, done),
                "从拿地到开工审批全流程%d天",
                "from land to the permit to build: %d days");
    }

    private void auctionToStart(Work work) {
        LocalDate deal = work.landOn();
        LocalDate done = WorkingDays.onOrAfter(deal.plusDays(AUCTION_TO_START));
        for (int i = 0; i < BEFORE_START.size(); i++) {
            boolean simulated = i > 0 && i < BEFORE_START.size() - 1;
            LocalDate day = simulated ? WorkingDays.onOrBefore(deal.minusDays(70 - 10L * i)) : done;
            approvals.set(approve(work, BEFORE_START.get(i), day, 5), "simulated", String.valueOf(simulated));
        }
        tell(
                53,
                "auction-to-start",
                work,
                ChronoUnit.DAYS.between(deal, done),
                "土地招拍挂后%d天完成开工前审批",
                "all approvals before the start %d days after the land auction");
    }

    private void ahead(Work work, String item, int days, int figure, String kind, String chinese, String english) {
        LocalDate done = WorkingDays.onOrAfter(work.landOn().plusDays(60));
        approve(work, item, done, days);
        tell(figure, kind, work, days, chinese, english);
    }

    private void preTender() {
        Table tenders = made.table("tenders");
        Table projects = made.table("projects");
        int place = Made.rows(tenders)
                .skip(26)
                .filter(row -> made.find("projects", "funding", "projectCode", tenders.cell(row, "project"))
                        .equals("GOVERNMENT"))
                .findFirst()
                .orElseThrow();
        String project = tenders.cell(place, "project");
        tender = tenders.cell(place, "tenderProjectCode");
        noticed = LocalDate.parse(tenders.cell(place, "noticeOn"));
        permitted = WorkingDays.onOrAfter(noticed.plusDays(EARLIER));
        String name =
                projects.cell(made.rowsOf("projects", "projectCode", project).get(0), "name");
        approve(project, "WC-SP-103", WorkingDays.onOrBefore(permitted.minusDays(15)), 0);
        approve(project, PLANNING_PERMIT, permitted, 0);
        long days = ChronoUnit.DAYS.between(noticed, permitted);
        told.add(new Told(
                77,
                "pre-tender",
                List.of("Project " + project, "Tender " + tender),
                "%s预招标，招标公告比最后一项前置许可早%d天".formatted(name, days),
                "tendered %d days before the last permit that it needed".formatted(days)));
    }

    private void tell(int figure, String kind, Work work, long days, String chinese, String english) {
        told.add(new Told(
                figure,
                kind,
                List.of("Project " + work.code()),
                work.name() + chinese.formatted(days),
                english.formatted(days)));
    }

    private int approve(Work work, String item, LocalDate completed, int early) {
        return approve(work.code(), item, completed, early);
    }

    /**
     * Lets a project's item be granted on a day; an approval that is not there yet is made like another project's.
     *
     * @param early days between the grant and the day on which it was due
     * @return the approval's row
     */
    private int approve(String project, String item, LocalDate completed, int early) {
        int row = Made.rows(approvals)
                .filter(at -> approvals.cell(at, "project").equals(project)
                        && approvals.cell(at, "item").equals(item))
                .findFirst()
                .orElseGet(() -> likeAnother(project, item));
        String submitted = TradingSample.at(WorkingDays.onOrBefore(completed.minusDays(4)), 9, 20);
        String accepted = TradingSample.at(WorkingDays.onOrBefore(completed.minusDays(3)), 10, 5);
        approvals.set(row, "status", "11");
        approvals.set(row, "submittedAt", submitted);
        approvals.set(row, "acceptedAt", accepted);
        approvals.set(row, "deskSince", accepted);
        approvals.set(row, "dueOn", completed.plusDays(early).toString());
        approvals.set(row, "completedAt", TradingSample.at(completed, 15, 40));
        approvals.set(row, "docNo", "望审〔%d〕%d号".formatted(completed.getYear(), 5_000 + row));
        return row;
    }

    private int likeAnother(String project, String item) {
        int like = made.rowsOf("approvals", "item", item).get(0);
        approvals.rows().add(approvals.rows().get(like));
        int row = approvals.rows().size() - 1;
        approvals.set(row, "project", project);
        approvals.set(row, "instanceNo", "%s-%04d".formatted(item, ++number));
        approvals.set(row, "simulated", "false");
        return row;
    }
}
