package io.lianshu.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Who is told what, when, and how often, by hubs of which each has a notifier. */
class NotifyIT extends NotifyHub {

    @Test
    void digestsComeOnceThoughTwoHubsSendAtTheSameTime() throws Exception {
        write("UNWIND range(1, 30) AS n MATCH (s:AgencyService {id: 'ags_a'})"
                + " CREATE (:Person {id: 'per_n' + n, employeeNo: 'N' + n})-[:MEMBER_OF {role: 'AGENT'}]->(s)");
        clock.at(MONDAY, "08:30");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<?>> both = IntStream.range(0, 2)
                .mapToObj(n -> notifier())
                .<Future<?>>map(hub -> threads.submit(() -> {
                    together.await();
                    hub.sweep();
                    return null;
                }))
                .toList();
        for (Future<?> one : both) {
            one.get();
        }
        threads.shutdown();
        // One hub may have looked before the other had made them.
        notifier().sweep();
        List<JsonNode> taken = RECEIVER.taken();
        assertThat(taken).hasSize(2 * 31 + 1);
        assertThat(taken.stream().map(message -> message.path("delivery").asString()))
                .doesNotHaveDuplicates();
        assertThat(count("sent", "webhook")).isEqualTo(63);
        assertThat(RECEIVER.unsigned()).isZero();
    }

    @Test
    void onMondayAnAgentIsToldOfTheWeeksVisitsAndNobodyElseIs() {
        clock.at(MONDAY, "08:29");
        notifier().sweep();
        assertThat(RECEIVER.taken()).isEmpty();
        clock.at(MONDAY, "08:30");
        notifier().sweep();
        List<JsonNode> visits = RECEIVER.taken().stream()
                .filter(message -> message.path("kind").asString().equals("WEEK_VISITS"))
                .toList();
        assertThat(visits).hasSize(1);
        JsonNode visit = visits.get(0);
        assertThat(visit.propertyNames())
                .containsExactly("delivery", "kind", "employeeNo", "person", "title", "lines", "at");
        assertThat(visit.path("delivery").asString()).startsWith("dlv_");
        assertThat(visit.path("employeeNo").asString()).isEqualTo("E001");
        assertThat(visit.path("person").asString()).isEqualTo("per_busy");
        assertThat(visit.path("title").asString()).isEqualTo("本周应走访 2 个项目 / Visits due this week: 2");
        assertThat(lines(visit))
                .containsExactly(
                        "乙项目：2026-12-04 前走访 / to be visited by 2026-12-04",
                        "甲项目：2026-12-04 前走访 / to be visited by 2026-12-04");
        assertThat(visit.path("at").asString()).isEqualTo("2026-11-30T08:30+08:00");
        clock.at(MONDAY.plusDays(1), "08:30");
        notifier().sweep();
        assertThat(RECEIVER.taken().stream().map(message -> message.path("kind").asString()))
                .containsOnly("OVERDUE");
    }

    @Test
    void theWeeksDigestWaitsUntilItsVisitsAreMadeAndComesAfterAHoliday() {
        write("MATCH (o:VisitObligation {id: 'vob_b'}) SET o.isoWeek = '2026-W48'");
        clock.at(MONDAY, "09:00");
        notifier().sweep();
        assertThat(kinds()).doesNotContain("WEEK_VISITS");
        write("MATCH (o:VisitObligation {id: 'vob_b'}) SET o.isoWeek = '2026-W49'");
        write("CREATE (:CalendarDay {id: 'cal_1', date: date('2026-11-30'), working: false})");
        notifier().sweep();
        assertThat(kinds()).isEmpty();
        clock.at(MONDAY.plusDays(1), "09:00");
        notifier().sweep();
        assertThat(kinds()).contains("WEEK_VISITS");
    }

    @Test
    void onWorkingDaysThoseConcernedAreToldWhatIsOverdue() {
        clock.at(MONDAY.plusDays(5), "10:00");
        notifier().sweep();
        assertThat(RECEIVER.taken()).isEmpty();
        clock.at(MONDAY, "10:00");
        notifier().sweep();
        List<JsonNode> overdue = RECEIVER.taken().stream()
                .filter(message -> message.path("kind").asString().equals("OVERDUE"))
                .toList();
        assertThat(overdue.stream().map(message -> message.path("employeeNo").asString()))
                .containsExactly("E001", "E004");
        assertThat(overdue.get(0).path("title").asString())
                .isEqualTo("逾期困难 1 项、办件 1 件 / Overdue difficulties: 1, approvals: 1");
        assertThat(lines(overdue.get(0)))
                .containsExactly("乙项目：逾期办件 1 件 / Overdue approvals: 1", "甲项目：逾期困难 1 项 / Overdue difficulties: 1");
        assertThat(lines(overdue.get(1)))
                .containsExactly(
                        "甲项目：逾期困难 1 项 / Overdue difficulties: 1",
                        "未指明项目 / no project：逾期未答复督办单 1 份 / Overdue notices without answer: 1");
        assertThat(overdue.toString()).doesNotContain("张三", "赵六", "138");
        notifier().sweep();
        assertThat(RECEIVER.taken()).isEmpty();
        clock.at(MONDAY.plusDays(1), "10:00");
        notifier().sweep();
        assertThat(RECEIVER.taken()).hasSize(2);
    }

    @Test
    void inQuietHoursNothingIsSentAndADayThatIsOverIsNotToldOfLater() {
        RECEIVER.failNext(100);
        clock.at(MONDAY, "20:59");
        notifier().sweep();
        assertThat(RECEIVER.refused()).hasSize(3);
        RECEIVER.failNext(0);
        clock.at(MONDAY, "21:30");
        notifier().sweep();
        clock.at(MONDAY.plusDays(1), "07:29");
        notifier().sweep();
        assertThat(RECEIVER.taken()).isEmpty();
        assertThat(count("failed", "webhook")).isEqualTo(2);
        clock.at(MONDAY.plusDays(1), "07:30");
        notifier().sweep();
        assertThat(kinds()).containsExactly("WEEK_VISITS");
    }

    @ParameterizedTest
    @CsvSource({
        "21:00, 07:30, 21:00, true",
        "21:00, 07:30, 07:29, true",
        "21:00, 07:30, 07:30, false",
        "12:00, 14:00, 13:00, true",
        "12:00, 14:00, 14:00, false",
        "12:00, 12:00, 12:00, false"
    })
    void quietHoursMayGoOverMidnight(LocalTime from, LocalTime to, LocalTime time, boolean quiet) {
        NotifySettings other = new NotifySettings(
                settings.sweep(),
                settings.digestsFrom(),
                from,
                to,
                5,
                settings.timeout(),
                settings.kept(),
                settings.webhook());
        assertThat(other.isQuiet(time)).isEqualTo(quiet);
    }

    @Test
    void whatAReceiverDidNotTakeComesAgainUnderTheSameNumberUntilItFailed() {
        write("MATCH (n) WHERE n:Difficulty OR n:SupervisionNotice OR n:Approval DETACH DELETE n");
        RECEIVER.failNext(1);
        clock.at(MONDAY, "08:30");
        notifier().sweep();
        String id = RECEIVER.refused().get(0).path("delivery").asString();
        notifier().sweep();
        assertThat(RECEIVER.taken()).isEmpty();
        clock.at(MONDAY, "08:31");
        notifier().sweep();
        assertThat(RECEIVER.taken().stream()
                        .map(message -> message.path("delivery").asString()))
                .containsExactly(id);
        assertThat(states()).containsExactly("SENT 2");

        write("MATCH (d:Delivery) DETACH DELETE d");
        RECEIVER.failNext(100);
        for (int minute = 31; minute < 60; minute++) {
            clock.at(MONDAY, "08:" + minute);
            notifier().sweep();
        }
        assertThat(RECEIVER.refused()).hasSize(settings.attempts());
        assertThat(states()).containsExactly("FAILED 5");
        assertThat(count("failed", "webhook")).isOne();
    }

    @Test
    void aHubThatDiedBetweenSendingAndNotingItHasItSentAgainUnderTheSameNumber() {
        write("MATCH (n) WHERE n:Difficulty OR n:SupervisionNotice OR n:Approval DETACH DELETE n");
        clock.at(MONDAY, "08:30");
        DeliveryGraph dead = deliveries();
        digests().make("webhook", clock.now());
        Delivery taken = dead.toSend("webhook", clock.now(), 10).stream()
                .flatMap(key ->
                        dead.claim(key, clock.now(), clock.now().plus(channel().lease())).stream())
                .findFirst()
                .orElseThrow();
        assertThat(channel().send(taken)).isEqualTo(Channel.Outcome.TAKEN);
        notifier().sweep();
        assertThat(RECEIVER.taken()).hasSize(1);
        clock.at(MONDAY, "08:32");
        notifier().sweep();
        assertThat(RECEIVER.taken().stream()
                        .map(message -> message.path("delivery").asString()))
                .containsExactly(taken.id());
        clock.at(MONDAY, "09:32");
        notifier().sweep();
        assertThat(RECEIVER.taken()).isEmpty();
    }

    @Test
    void oldDeliveriesAreTakenAway() {
        clock.at(MONDAY, "08:30");
        notifier().sweep();
        assertThat(states()).hasSize(3);
        clock.at(MONDAY.plusDays(31), "06:00");
        notifier().sweep();
        assertThat(states()).isEmpty();
        assertThat(wired.pause()).isEqualTo(Duration.ofDays(60));
    }
}
