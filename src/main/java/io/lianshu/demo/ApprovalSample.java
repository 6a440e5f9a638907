package io.lianshu.demo;

import io.lianshu.demo.ProjectSample.Work;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Approval items of the four stages and where each project's approvals stand. */
final class ApprovalSample {

    /** An item; {@code office} is the department that decides it, by its place among the sample's. */
    private record Item(String code, String name, int stage, int days, boolean milestone, int office) {}

    private static final List<Item> ITEMS = List.of(
            new Item("WC-SP-101", "投资项目备案", 1, 3, false, 1),
            new Item("WC-SP-102", "用地预审与选址意见书", 1, 10, false, 2),
            new Item("WC-SP-103", "建设用地规划许可证", 1, 8, true, 2),
            new Item("WC-SP-201", "设计方案审查", 2, 10, false, 2),
            new Item("WC-SP-202", "建设工程规划许可证", 2, 8, true, 2),
            new Item("WC-SP-301", "施工图联合审查", 3, 10, false, 3),
            new Item("WC-SP-302", "施工许可证", 3, 5, true, 3),
            new Item("WC-SP-401", "竣工联合验收", 4, 10, true, 3),
            new Item("WC-SP-501", "环境影响评价审批", 5, 15, false, 6),
            new Item("WC-SP-502", "水土保持方案审批", 5, 10, false, 5));

    private final Scope scope;
    private final Draws draws;
    private final OrganisationSample organisation;
    private final LocalDate asOf;
    private final Table items = Table.of(
            "approval-items",
            "stdCode",
            "name",
            "stage",
            "milestone",
            "parallel",
            "promisedDays",
            "commitment",
            "after");
    private final Table approvals = Table.of(
            "approvals",
            "instanceNo",
            "project",
            "item",
            "status",
            "submittedAt",
            "acceptedAt",
            "dueOn",
            "completedAt",
            "deskSince",
            "pausedSince",
            "simulated",
            "convertedAt",
            "docNo",
            "docTitle",
            "validTo",
            "department",
            "officer");
    private int number;

    ApprovalSample(Scope scope, OrganisationSample organisation, ProjectSample projects) {
        this.scope = scope;
        this.draws = scope.draws("approval");
        this.organisation = organisation;
        this.asOf = scope.asOf();
        String before = "";
        for (Item item : ITEMS) {
            boolean parallel = item.stage() == 5;
            items.add(
                    item.code(),
                    item.name(),
                    item.stage(),
                    item.milestone(),
                    parallel,
                    item.days(),
                    parallel,
                    parallel ? "" : before);
            before = item.code();
        }
        projects.works().forEach(this::approvals);
    }

    List<Table> tables() {
        return List.of(items, approvals);
    }

    private void approvals(Work work) {
        for (Item item : ITEMS) {
            boolean later = item.stage() < 5 ? item.stage() > work.stage() : !draws.chance(0.35);
            boolean elsewhere = item.stage() < work.stage() && draws.chance(0.35);
            if (!later && !elsewhere && (item.stage() < 5 || item.office() != 6 || !work.government())) {
                boolean current = item.stage() == work.stage() && item.milestone();
                approval(work, item, current);
            }
        }
    }

    private void approval(Work work, Item item, boolean open) {
        LocalDate submitted = scope.workingDay(
                open
                        ? asOf.minusDays(draws.between(1, item.days() + 9))
                        : asOf.minusDays(
                                120 + 70L * (4 - Math.min(item.stage(), 4)) + draws.between(0, 50) + work.lag()));
        LocalDate accepted = scope.nextWorkingDay(submitted.plusDays(1));
        String acceptedAt = at(accepted);
        LocalDate due = scope.nextWorkingDay(accepted.plusDays(item.days() * 7L / 5));
        LocalDate completed = open
                ? null
                : scope.nextWorkingDay(accepted.plusDays(draws.between(1, item.days() + (draws.chance(0.1) ? 9 : 0))));
        String status = open ? draws.one(List.of("3", "6", "8", "8")) : draws.chance(0.08) ? "12" : "11";
        String submittedAt = at(submitted);
        String completedAt = at(completed);
        String instance = "%s-%04d".formatted(item.code(), ++number);
        approvals.add(
                instance,
                work.code(),
                item.code(),
                status,
                submittedAt,
                acceptedAt,
                due,
                completedAt,
                acceptedAt,
                status.equals("6") ? at(scope.workingDay(asOf)) : null,
                open && work.stage() == 1 && draws.chance(0.3),
                number % 17 == 0 ? completedAt : null,
                completed == null ? "" : "望审〔2025〕" + (100 + number) + "号",
                completed == null ? "" : "关于" + work.name() + item.name() + "的批复",
                completed == null ? null : completed.plusYears(2),
                organisation.offices().get(item.office()).creditCode(),
                organisation
                        .officers()
                        .get(item.office() * 3 + draws.between(0, 2))
                        .idNumber());
    }

    private @Nullable String at(@Nullable LocalDate day) {
        return day == null ? null : "%sT%02d:%02d:00+08:00".formatted(day, draws.between(9, 16), draws.between(0, 59));
    }
}
