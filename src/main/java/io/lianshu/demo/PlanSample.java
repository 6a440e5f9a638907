package io.lianshu.demo;

import io.lianshu.demo.ProjectSample.Work;
import java.time.LocalDate;
import java.util.List;

/** Which projects are key ones or planned, what was invested month by month, and how land came to them. */
final class PlanSample {

    private final Table lists = Table.of("key-projects", "name", "level", "year", "rank", "project");
    private final Table plans = Table.of("annual-plans", "name", "year", "kind", "project");
    private final Table investments = Table.of("investments", "month", "amount", "project");
    private final Table regions = Table.of("region-investments", "month", "amount", "region");
    private final Table deals = Table.of("land-deals", "dealNo", "mode", "dealOn", "area", "price", "project");
    private final Table retrofits =
            Table.of("elevator-retrofits", "code", "units", "intentSignedOn", "status", "project");

    PlanSample(Scope scope, ProjectSample projects) {
        List<Work> works = projects.works();
        LocalDate asOf = scope.asOf();
        int year = scope.grown() ? asOf.getYear() : 2026;
        int listed = scope.of(8, 120);
        for (int i = 0; i < listed; i++) {
            Work work = works.get(i);
            lists.add(year + "年望潮区重点项目名单", "DISTRICT", year, i + 1, work.code());
            plans.add(year + "年望潮区投资计划", year, i < listed / 2 ? "NEW_START" : "CONTINUE", work.code());
            boolean government = work.government();
            deals.add(
                    "望土%s〔%d〕%d号".formatted(government ? "划" : "让", year - 1, i + 1),
                    government ? "ALLOCATION" : "AUCTION",
                    scope.grown() ? work.landOn() : asOf.minusDays(300 - 10L * i),
                    "%d.5".formatted(12_000 + 900 * i),
                    government ? "" : "%d0000.00".formatted(1_800 + 60 * i),
                    work.code());
        }
        for (int month = 1; month <= scope.of(3, 24) && month <= 24; month++) {
            String name = asOf.minusMonths(month).toString().substring(0, 7);
            for (int i = listed / 2; i < listed; i++) {
                investments.add(
                        name,
                        "%d0000.00".formatted(210 + 35 * (i % 60) + 20 * month),
                        works.get(i).code());
            }
            regions.add(
                    name, "%d000000.00".formatted(scope.of(1_450, 3_900) - 40 * month), OrganisationSample.DISTRICT);
        }
        retrofits.add(
                "DT-001",
                12,
                asOf.minusDays(200),
                "UNDER_CONSTRUCTION",
                works.get(18).code());
    }

    List<Table> tables() {
        return List.of(lists, plans, investments, regions, deals, retrofits);
    }
}
