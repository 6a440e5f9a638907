package io.lianshu.agency;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The clocks of approvals and of whole projects, computed in the graph, against a count day by day, on random projects. */
class ClockAgainstDaysIT extends AgencyHub {

    private static final List<String> KINDS = List.of(
            "GOVERNMENT",
            "GOVERNMENT",
            "GOV_INTERMEDIARY",
            "UTILITY",
            "OWNER",
            "OWNER_INTERMEDIARY",
            "STATUTORY_EXCLUDED");
    private static final Set<String> COUNTED = Set.of("GOVERNMENT", "GOV_INTERMEDIARY", "UTILITY");

    /** A stretch; without an end it runs until the decision, or until now. */
    private record Stretch(String kind, ZonedDateTime from, ZonedDateTime to) {}

    private record Case(
            String id,
            String stage,
            ZonedDateTime accepted,
            ZonedDateTime completed,
            LocalDate due,
            List<Stretch> stretches) {

        Set<LocalDate> days(ZonedDateTime now, Set<LocalDate> exceptions, boolean calendar) {
            ZonedDateTime end = completed == null ? now : completed;
            List<Stretch> all = stretches.isEmpty() ? List.of(new Stretch("GOVERNMENT", accepted, end)) : stretches;
            Set<LocalDate> days = new HashSet<>();
            for (LocalDate day = accepted.toLocalDate(); !day.isAfter(now.toLocalDate()); day = day.plusDays(1)) {
                boolean weekday = day.getDayOfWeek().getValue() < 6;
                boolean working = calendar || weekday != exceptions.contains(day);
                LocalDate it = day;
                if (working
                        && all.stream().anyMatch(s -> COUNTED.contains(s.kind()) && covers(s, it, end))
                        && all.stream().noneMatch(s -> s.kind().equals("STATUTORY_EXCLUDED") && covers(s, it, end))) {
                    days.add(day);
                }
            }
            return days;
        }

        private static boolean covers(Stretch stretch, LocalDate day, ZonedDateTime end) {
            ZonedDateTime to = stretch.to() == null ? end : stretch.to();
            return day.isAfter(stretch.from().toLocalDate()) && !day.isAfter(to.toLocalDate());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theGraphCountsWhatACountDayByDayCounts(long seed) throws Exception {
        Random random = new Random(seed);
        boolean calendarDays = seed == 3;
        Set<LocalDate> exceptions = exceptions(random);
        write("CREATE (:ApprovalTarget {id: 'tgt_1', code: 'T', limitDays: 90, dayBasis: '"
                + (calendarDays ? "CALENDAR" : "WORKING") + "', validFrom: date('2020-01-01')})");
        Map<String, List<Case>> projects = new HashMap<>();
        for (int p = 0; p < 25; p++) {
            List<Case> cases = new ArrayList<>();
            for (int a = random.nextInt(1, 6); a > 0; a--) {
                cases.add(approval(random, "apv_" + p + "x" + a));
            }
            projects.put("prj_" + p, cases);
        }
        store(projects);
        ZonedDateTime now = now();
        JsonNode answer = read(
                "agent",
                "{ projects(filter: { name: { eq: \"随机\" } }, first: 100) { edges { node { id clock { countedDays limitDays }"
                        + " approvals(first: 10) { edges { node { id clock { countedDays daysLeft state } } } } } } } }");
        assertThat(answer.at("/projects/edges").size()).isEqualTo(25);
        for (JsonNode edge : answer.at("/projects/edges")) {
            JsonNode project = edge.path("node");
            List<Case> cases = projects.get(project.path("id").asString());
            Set<LocalDate> union = new HashSet<>();
            cases.stream()
                    .filter(it -> !it.stage().equals("4"))
                    .forEach(it -> union.addAll(it.days(now, exceptions, calendarDays)));
            assertThat(project.at("/clock/countedDays").asInt())
                    .as("%s %s", project, cases)
                    .isEqualTo(union.size());
            for (JsonNode found : project.at("/approvals/edges")) {
                Case it = cases.stream()
                        .filter(one -> one.id().equals(found.at("/node/id").asString()))
                        .findFirst()
                        .orElseThrow();
                JsonNode clock = found.at("/node/clock");
                boolean none =
                        !it.stretches().isEmpty() && it.stretches().stream().noneMatch(s -> COUNTED.contains(s.kind()));
                assertThat(clock.path("countedDays").isNull()).as("%s", it).isEqualTo(none);
                assertThat(clock.path("countedDays").asInt(0))
                        .as("%s", it)
                        .isEqualTo(it.days(now, exceptions, false).size());
                if (it.completed() == null) {
                    assertThat(clock.path("daysLeft").asInt())
                            .as("%s", it)
                            .isEqualTo(left(now.toLocalDate(), it.due(), exceptions));
                } else {
                    assertThat(clock.path("daysLeft").isNull()).isTrue();
                }
            }
        }
    }

    private static int left(LocalDate today, LocalDate due, Set<LocalDate> exceptions) {
        LocalDate first = due.isBefore(today) ? due : today;
        LocalDate last = due.isBefore(today) ? today : due;
        int days = 0;
        for (LocalDate day = first.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            days += (day.getDayOfWeek().getValue() < 6) != exceptions.contains(day) ? 1 : 0;
        }
        return due.isBefore(today) ? -days : days;
    }

    private static Set<LocalDate> exceptions(Random random) {
        Set<LocalDate> days = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            days.add(now().toLocalDate().minusDays(random.nextInt(160) - 40L));
        }
        try (var session = TestEngine.driver().session()) {
            session.run("MATCH (d:CalendarDay) DELETE d").consume();
            days.forEach(day -> session.run(
                            "CREATE (:CalendarDay {id: 'cal_' + toString($day), date: $day, working: $day.dayOfWeek > 5})",
                            Map.of("day", day))
                    .consume());
        }
        return days;
    }

    private static Case approval(Random random, String id) {
        ZonedDateTime accepted = now().minusDays(random.nextInt(5, 100)).minusHours(random.nextInt(12));
        ZonedDateTime completed = random.nextBoolean()
                ? null
                : earlier(accepted.plusDays(random.nextInt(40)).plusHours(3));
        List<Stretch> stretches = new ArrayList<>();
        ZonedDateTime from = accepted;
        for (int i = random.nextInt(5); i > 0; i--) {
            ZonedDateTime start = earlier(from.plusDays(random.nextInt(6)));
            ZonedDateTime to = i == 1 && random.nextBoolean() ? null : earlier(start.plusDays(random.nextInt(15)));
            stretches.add(new Stretch(KINDS.get(random.nextInt(KINDS.size())), start, to));
            from = random.nextBoolean() || to == null ? start : to;
        }
        LocalDate due = now().toLocalDate().plusDays(random.nextInt(60) - 30L);
        return new Case(id, String.valueOf(random.nextInt(1, 6)), accepted, completed, due, stretches);
    }

    private static ZonedDateTime earlier(ZonedDateTime time) {
        ZonedDateTime now = now();
        return time.isAfter(now) ? now : time;
    }

    private static void store(Map<String, List<Case>> projects) {
        try (var session = TestEngine.driver().session()) {
            projects.forEach((project, cases) -> cases.forEach(it -> {
                Map<String, Object> values = new HashMap<>();
                values.put("id", it.id());
                values.put("instanceNo", it.id());
                values.put("status", it.completed() == null ? "8" : "11");
                values.put("acceptedAt", it.accepted());
                values.put("completedAt", it.completed());
                values.put("dueOn", it.due());
                List<Map<String, Object>> stretches = new ArrayList<>();
                it.stretches().forEach(stretch -> {
                    Map<String, Object> one = new HashMap<>();
                    one.put("id", "clk_" + it.id() + stretches.size());
                    one.put("kind", stretch.kind());
                    one.put("from", stretch.from());
                    one.put("to", stretch.to());
                    stretches.add(one);
                });
                session.run(
                                """
                                MERGE (p:Project {id: $project})
                                ON CREATE SET p.projectCode = $project, p.name = '随机', p.general = true
                                MERGE (item:ApprovalItem {id: 'api_' + $stage})
                                ON CREATE SET item.stdCode = 's' + $stage, item.name = '事项', item.stage = $stage
                                CREATE (p)-[:HAS_APPROVAL]->(a:Approval)-[:OF_ITEM]->(item)
                                SET a = $values
                                FOREACH (s IN $stretches | CREATE (a)-[:CLOCKED]->(i:ClockInterval) SET i = s)""",
                                Map.of(
                                        "project",
                                        project,
                                        "stage",
                                        it.stage(),
                                        "values",
                                        values,
                                        "stretches",
                                        stretches))
                        .consume();
            }));
        }
    }
}
