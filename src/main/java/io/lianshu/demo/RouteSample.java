package io.lianshu.demo;

import java.time.LocalDate;
import java.util.List;

/** The route that projects follow, and whose time some of their approvals took. */
final class RouteSample {

    static final String ROUTES = "望审管〔2023〕8号";
    private static final String ROUTE = "LC-06";
    private static final String VERSION = "2024";

    private final Table stages = Table.of(
            "approval-stages",
            "route",
            "version",
            "routeName",
            "flowType",
            "seq",
            "stage",
            "name",
            "limitDays",
            "policy",
            "department");
    private final Table items = Table.of("stage-items", "route", "version", "stage", "seq", "item");
    private final Table routes = Table.of("project-routes", "project", "route", "version");
    private final Table intervals = Table.of("clock-intervals", "intervalNo", "kind", "from", "to", "approval");
    private final Table reviews = Table.of("parallel-reviews", "code", "openedAt", "closedAt", "approval");

    RouteSample(Scope scope, OrganisationSample organisation, ProjectSample projects, District.Made made) {
        String[] names = {"立项用地规划许可", "工程建设许可", "施工许可", "竣工验收"};
        for (int i = 0; i < names.length; i++) {
            stages.add(
                    ROUTE,
                    VERSION,
                    "工业类项目审批流程",
                    "6",
                    i + 1,
                    i + 1,
                    names[i],
                    List.of(18, 14, 12, 10).get(i),
                    ROUTES,
                    organisation.offices().get(Math.min(i + 1, 3)).creditCode());
        }
        Table known = made.table("approval-items");
        for (int row = 0; row < known.rows().size(); row++) {
            String stage = known.cell(row, "stage");
            if (!stage.equals("5")) {
                items.add(ROUTE, VERSION, stage, row + 1, known.cell(row, "stdCode"));
            }
        }
        projects.works().stream()
                .filter(work -> !work.government())
                .forEach(work -> routes.add(work.code(), ROUTE, VERSION));
        Table approvals = made.table("approvals");
        for (int row = 0; row < (scope.grown() ? approvals.rows().size() : 12); row++) {
            if (scope.grown() && approvals.cell(row, "completedAt").isEmpty()) {
                continue;
            }
            String approval = approvals.cell(row, "instanceNo");
            String from = approvals.cell(row, "acceptedAt");
            String to = approvals.cell(row, "completedAt");
            LocalDate accepted = LocalDate.parse(from.substring(0, 10));
            String paused = TradingSample.at(accepted.plusDays(1), 9, 0);
            String resumed = TradingSample.at(accepted.plusDays(2), 9, 0);
            intervals.add("JS-%03d-1".formatted(row), "GOVERNMENT", from, paused, approval);
            intervals.add(
                    "JS-%03d-2".formatted(row), row % 2 == 0 ? "OWNER" : "GOV_INTERMEDIARY", paused, resumed, approval);
            intervals.add("JS-%03d-3".formatted(row), "GOVERNMENT", resumed, to, approval);
            if (row < 2) {
                reviews.add("BL-2025-001", approvals.cell(0, "acceptedAt"), approvals.cell(1, "completedAt"), approval);
            }
        }
    }

    List<Table> tables() {
        return List.of(stages, items, routes, intervals, reviews);
    }
}
