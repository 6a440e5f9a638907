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

    PlanSample(ProjectSample projects, LocalDate asOf) {
        List<Work> works = projects.works();
        for (int i = 0; i < 8; i++) {
            Work work = works.get(i);
            lists.add("2026年望潮区重点项目名单", "DISTRICT", 2026, i + 1, work.code());
            plans.add("2026年望潮区投资计划", 2026, i < 4 ? "NEW_START" : "CONTINUE", work.code());
            boolean government = work.government();
            deals.add(
                    "望土%s〔2025〕%d号".formatted(government ? "划" : "让", i + 1),
                    government ? "ALLOCATION" : "AUCTION",
                    asOf.minusDays(300 - 10L * i),
                    "%d.5".formatted(12_000 + 900 * i),
                    government ? "" : "%d0000.00".formatted(1_800 + 60 * i),
                    work.code());
        }
        for (int month = 1; month <= 3; month++) {
            String name = asOf.minusMonths(month).toString().substring(0, 7);
            for (int i = 4; i < 8; i++) {
                investments.add(
                        name,
                        "%d0000.00".formatted(210 + 35 * i + 20 * month),
                        works.get(i).code());
            }
            regions.add(name, "%d000000.00".formatted(1_450 - 40 * month), OrganisationSample.DISTRICT);
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
