package io.lianshu.demo;

import io.lianshu.demo.OrganisationSample.Human;
import io.lianshu.demo.OrganisationSample.Office;
import java.time.LocalDate;
import java.util.List;

/** Service centres, windows and posts of the sample, the rules that the district laid down, and a photo. */
final class CentreSample {

    static final String RULES = "望政办发〔2024〕12号";
    static final String LIMITS = "望政办发〔2023〕31号";

    /** Percent a year that banks pay on demand deposits. */
    static final String DEMAND_RATE = "0.1";

    private final Scope scope;
    private final LocalDate asOf;
    private final String office;
    private final Table centres =
            Table.of("service-centres", "code", "name", "tier", "kind", "specialism", "openedOn", "region", "parent");
    private final Table windows = Table.of(
            "windows",
            "code",
            "zone",
            "kind",
            "openedOn",
            "closedOn",
            "until",
            "from",
            "centre",
            "department",
            "person");
    private final Table reforms = Table.of("reforms", "code", "name", "startOn");
    private final Table transfers =
            Table.of("quota-transfers", "transferNo", "posts", "persons", "effectiveOn", "from", "to");
    private final Table residences = Table.of("residences", "department", "since", "authority", "centre");
    private final Table entrustments =
            Table.of("entrustments", "department", "scope", "docNo", "from", "entrusted", "to");
    private final Table former =
            Table.of("former-departments", "code", "name", "shortName", "level", "validFrom", "validTo", "department");
    private final Table policies =
            Table.of("policies", "docNo", "title", "issuedOn", "trial", "status", "validFrom", "validTo", "department");
    private final Table thresholds = Table.of(
            "trading-thresholds",
            "code",
            "kind",
            "category",
            "subject",
            "min",
            "max",
            "validFrom",
            "validTo",
            "policy");
    private final Table targets =
            Table.of("approval-targets", "code", "scope", "limitDays", "dayBasis", "validFrom", "validTo", "policy");
    private final Table days = Table.of("calendar-days", "date", "working", "name");
    private final Table rates = Table.of("benchmark-rates", "name", "asOf", "rate");

    CentreSample(Scope scope, OrganisationSample organisation) {
        this.scope = scope;
        this.asOf = scope.asOf();
        this.office = organisation.offices().get(0).creditCode();
        centres(organisation);
        windows(organisation);
        rules();
    }

    List<Table> tables() {
        return List.of(
                centres,
                windows,
                reforms,
                transfers,
                residences,
                entrustments,
                former,
                policies,
                thresholds,
                targets,
                days,
                rates);
    }

    private void centres(OrganisationSample organisation) {
        String town = organisation.towns().get(2);
        centres.add("FW-01", "望潮区政务服务中心", 1, "CENTRE", "GENERAL", "2012-06-01", OrganisationSample.DISTRICT, "");
        centres.add(
                "FW-02",
                "望潮区不动产登记分中心",
                1,
                "SUB_CENTRE",
                "REAL_ESTATE",
                "2017-03-01",
                OrganisationSample.DISTRICT,
                "FW-01");
        centres.add("FW-03", "渡口镇便民服务中心", 2, "TOWN_CENTRE", "GENERAL", "2015-09-01", town, "FW-01");
        centres.add("FW-04", "上渡村代办点", 3, "VILLAGE_STATION", "GENERAL", "2016-04-01", town + "200", "FW-03");
        for (int i = 4; i < organisation.towns().size() && scope.grown(); i++) {
            centres.add(
                    "FW-%02d".formatted(i + 1),
                    DistrictNames.TOWNS.get(i) + "便民服务中心",
                    2,
                    "TOWN_CENTRE",
                    "GENERAL",
                    "2016-09-01",
                    organisation.towns().get(i),
                    "FW-01");
        }
        for (int i = 1; i < Math.min(scope.of(7, 38), organisation.offices().size()); i++) {
            String department = organisation.offices().get(i).creditCode();
            residences.add(department, "2018-01-01", i < 5 ? "FULL" : "PARTIAL", "FW-01");
            transfers.add("望编〔2018〕" + i + "号", 2 + i % 3, 2 + i % 2, "2018-03-01", department, office);
        }
        residences.add(organisation.offices().get(2).creditCode(), "2018-01-01", "FULL", "FW-02");
        for (int i = 3; i < 6; i++) {
            entrustments.add(
                    organisation.offices().get(i).creditCode(),
                    "依法必须招标的工程建设项目招标投标监督",
                    "望委〔2019〕" + i + "号",
                    "2019-01-01",
                    office,
                    "");
        }
        former.add(
                "WC-OLD-01",
                "望潮区农业局",
                "区农业局",
                "DISTRICT",
                "2001-01-01",
                "2018-12-31",
                organisation.offices().get(5).creditCode());
    }

    private void windows(OrganisationSample organisation) {
        reforms.add("SBFL", "受办分离", "2018-03-01");
        int open = scope.of(3, 106);
        for (int i = 0; i < open + scope.of(6, 212); i++) {
            String department = organisation.offices().get(1 + i % 6).creditCode();
            boolean closed = i >= open;
            windows.add(
                    "CK-%02d".formatted(i + 1),
                    i % 2 == 0 ? "A区" : "B区",
                    closed ? "DEPARTMENT" : i % 10 == 4 ? "ISSUE" : "UNDIFFERENTIATED",
                    closed ? "2014-05-01" : "2018-03-01",
                    closed ? "2018-02-28" : "",
                    "2018-02-28",
                    closed ? "" : "2018-03-01",
                    "FW-01",
                    closed ? department : "",
                    closed ? "" : organisation.officers().get(2 + 3 * (i % 8)).idNumber());
        }
        counters(organisation, open);
    }

    /** Those who sit at the counters since the reform, and the agents who go out to the projects. */
    private void counters(OrganisationSample organisation, int open) {
        Draws draws = scope.draws("counters");
        Office own = organisation.offices().get(0);
        for (int i = 0; i < scope.of(0, 450); i++) {
            Human clerk = organisation.servant("STAFF", own, "窗口人员", "2018-03-01", draws);
            windows.put(
                    "code",
                    windows.cell(i % open, "code"),
                    "centre",
                    "FW-01",
                    "from",
                    "2018-03-01",
                    "person",
                    clerk.idNumber());
        }
        for (int i = 0; i < scope.of(0, 20); i++) {
            organisation.servant("AGENT", own, "项目代办员", "2019-04-01", draws);
        }
    }

    private void rules() {
        policies.add(
                RULES, "望潮区建设工程年度投标保证金管理办法（试行）", "2024-03-05", true, "IN_FORCE", "2024-04-01", "2026-12-31", office);
        policies.add(LIMITS, "望潮区公共资源交易限额标准", "2023-11-20", false, "IN_FORCE", "2024-01-01", "", office);
        policies.add(RouteSample.ROUTES, "望潮区投资项目审批流程", "2023-12-18", false, "IN_FORCE", "2024-01-01", "", office);
        thresholds.add("XE-01", "PLATFORM_SPLIT", "ENGINEERING", "WORKS", "", "600000.00", "2024-01-01", "", LIMITS);
        thresholds.add("XE-02", "MANDATORY_TENDER", "ENGINEERING", "WORKS", "4000000.00", "", "2024-01-01", "", LIMITS);
        thresholds.add(
                "XE-03",
                "ANNUAL_DEPOSIT",
                "ENGINEERING",
                "WORKS",
                "600000.00",
                "4000000.00",
                "2024-04-01",
                "2026-12-31",
                RULES);
        targets.add("ZD-90", "一般企业投资项目，赋码至竣工验收", 90, "WORKING", "2024-01-01", "", RouteSample.ROUTES);
        days.add("2026-01-01", "false", "元旦");
        days.add("2026-01-04", "true", "元旦调休");
        days.add("2026-02-14", "true", "春节调休");
        days.add("2026-02-28", "true", "春节调休");
        days.add("2026-10-10", "true", "国庆节调休");
        rates.add("一年期贷款市场报价利率", asOf.minusDays(40), "3.1");
        rates.add("活期存款利率", LocalDate.of(asOf.getYear() - 2, 1, 1), DEMAND_RATE);
        LocalDate day = LocalDate.of(asOf.getYear() - 2, 1, 1);
        while (day.getYear() <= asOf.getYear() + 1) {
            String holiday = WorkingDays.holiday(day).orElse("");
            if (!holiday.isEmpty() && !day.toString().equals("2026-01-01")) {
                days.add(day, "false", holiday);
            }
            day = day.plusDays(1);
        }
    }
}
