package io.lianshu.notify;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one person is told: numbers and names of projects, nothing else. */
record Digest(String person, @Nullable String employeeNo, String title, List<String> lines, Brief brief) {

    static final int MOST_LINES = 20;

    Digest {
        lines = List.copyOf(lines);
    }

    /**
     * A digest in a few words.
     *
     * @param summary in Chinese, shorter than the title
     * @param things how many visits, or overdue things
     * @param project the first of the lines
     * @param projects how many lines there are
     */
    record Brief(String summary, long things, String project, long projects) {}

    /** A visit that a person is to make. */
    record Visit(
            String person,
            @Nullable String employeeNo,
            @Nullable String project,
            LocalDate dueOn) {

        private String line() {
            return "%s：%s 前走访 / to be visited by %s".formatted(named(project), dueOn, dueOn);
        }
    }

    /** What of a project is overdue for a person. */
    record Overdue(
            String person,
            @Nullable String employeeNo,
            @Nullable String project,
            long difficulties,
            long approvals,
            long notices) {

        private String line() {
            return named(project) + "：" + counted(difficulties, approvals, notices);
        }

        /** Of several projects together. */
        private static Overdue sum(List<Overdue> projects) {
            Overdue first = projects.get(0);
            return new Overdue(
                    first.person(),
                    first.employeeNo(),
                    first.project(),
                    projects.stream().mapToLong(Overdue::difficulties).sum(),
                    projects.stream().mapToLong(Overdue::approvals).sum(),
                    projects.stream().mapToLong(Overdue::notices).sum());
        }

        private long things() {
            return difficulties + approvals + notices;
        }

        private String summary() {
            List<String> parts = new ArrayList<>();
            count(difficulties, "困难%d", "", parts, new ArrayList<>());
            count(approvals, "办件%d", "", parts, new ArrayList<>());
            count(notices, "督办单%d", "", parts, new ArrayList<>());
            return "逾期：" + String.join("、", parts);
        }
    }

    /** @param visits of one person, at least one */
    static Digest ofVisits(List<Visit> visits) {
        Visit first = visits.get(0);
        int many = visits.size();
        return new Digest(
                first.person(),
                first.employeeNo(),
                "本周应走访 %d 个项目 / Visits due this week: %d".formatted(many, many),
                shortened(visits.stream().map(Visit::line).toList()),
                new Brief("本周应走访 %d 个项目".formatted(many), many, chinese(first.project()), many));
    }

    /** @param projects of one person, at least one */
    static Digest ofOverdue(List<Overdue> projects) {
        Overdue all = Overdue.sum(projects);
        return new Digest(
                all.person(),
                all.employeeNo(),
                counted(all.difficulties(), all.approvals(), all.notices()),
                shortened(projects.stream().map(Overdue::line).toList()),
                new Brief(all.summary(), all.things(), chinese(all.project()), projects.size()));
    }

    private static String counted(long difficulties, long approvals, long notices) {
        List<String> chinese = new ArrayList<>();
        List<String> english = new ArrayList<>();
        count(difficulties, "困难 %d 项", "difficulties: %d", chinese, english);
        count(approvals, "办件 %d 件", "approvals: %d", chinese, english);
        count(notices, "未答复督办单 %d 份", "notices without answer: %d", chinese, english);
        return "逾期" + String.join("、", chinese) + " / Overdue " + String.join(", ", english);
    }

    private static void count(long many, String zh, String en, List<String> chinese, List<String> english) {
        if (many > 0) {
            chinese.add(zh.formatted(many));
            english.add(en.formatted(many));
        }
    }

    private static String named(@Nullable String project) {
        return project == null ? "未指明项目 / no project" : project;
    }

    private static String chinese(@Nullable String project) {
        return project == null ? "未指明项目" : project;
    }

    private static List<String> shortened(List<String> lines) {
        int more = lines.size() - MOST_LINES;
        return more <= 0
                ? lines
                : Stream.concat(
                                lines.stream().limit(MOST_LINES),
                                Stream.of("另有 %d 个项目 / and %d more".formatted(more, more)))
                        .toList();
    }
}
