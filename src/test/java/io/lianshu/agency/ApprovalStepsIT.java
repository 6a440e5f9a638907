package io.lianshu.agency;

import static io.lianshu.exchange.AskedCommands.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An approval from the window to its document, with the clock that everybody trusts, and every wrong step refused. */
class ApprovalStepsIT extends AgencyHub {

    private static final String SHOWN =
            "approval { id version status { code } dueOn pausedSince completedAt deskSince desk { name }"
                    + " blockedBy { name } clock { state countedDays daysLeft promisedDays } steps { status { code } } }";

    private JsonNode move(String viewer, String status, Object... more) throws Exception {
        JsonNode now =
                read("agent", "{ node(id: \"apv_openopenopenopenopenopenop\") { ... on Approval { version } } }");
        List<Object> fields = new ArrayList<>(List.of(
                "approval",
                "apv_openopenopenopenopenopenop",
                "version",
                now.at("/node/version").asString(),
                "status",
                status));
        fields.addAll(List.of(more));
        return command(viewer, "moveApproval", SHOWN, fields.toArray());
    }

    private static ZonedDateTime on(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(SHANGHAI);
    }

    @Test
    void theClockStopsForACorrectionAndGoesOnWhereItStood() throws Exception {
        LocalDate accepted = now().toLocalDate().minusDays(20);
        JsonNode begun = move(
                "window-clerk", "3", "at", on(accepted, 9).toOffsetDateTime().toString());
        assertThat(codes(begun)).isEmpty();
        LocalDate due = accepted;
        for (int left = 8; left > 0; left -= isWorking(due) ? 1 : 0) {
            due = due.plusDays(1);
        }
        assertThat(begun.at("/approval/dueOn").asString()).isEqualTo(due.toString());
        LocalDate paused = accepted.plusDays(4);
        JsonNode stopped = move(
                "department-approver",
                "6",
                "at",
                on(paused, 9).toOffsetDateTime().toString(),
                "opinion",
                "缺地勘报告");
        assertThat(codes(stopped)).isEmpty();
        assertThat(stopped.at("/approval/clock/state").asString()).isEqualTo("PAUSED");
        assertThat(stopped.at("/approval/clock/daysLeft").isNull()).isTrue();
        int used = days(accepted, paused);
        assertThat(stopped.at("/approval/clock/countedDays").asInt()).isEqualTo(used);
        LocalDate resumed = now().toLocalDate().minusDays(2);
        JsonNode goes = move(
                "department-approver",
                "7",
                "at",
                on(resumed, 10).toOffsetDateTime().toString());
        assertThat(codes(goes)).isEmpty();
        LocalDate later = resumed;
        for (int left = 8 - used; left > 0; left -= isWorking(later) ? 1 : 0) {
            later = later.plusDays(1);
        }
        assertThat(goes.at("/approval/dueOn").asString()).isEqualTo(later.toString());
        assertThat(goes.at("/approval/clock/countedDays").asInt()).isEqualTo(used + days(resumed, now().toLocalDate()));
        assertThat(goes.at("/approval/clock/daysLeft").asInt()).isEqualTo(days(now().toLocalDate(), later));
        assertThat(codes(move("department-approver", "11", "docNo", "1".repeat(101), "docTitle", "题".repeat(501))))
                .containsExactly("TEXT_TOO_LONG docNo", "TEXT_TOO_LONG docTitle");
        String past = now().toLocalDate().minusDays(1).toString();
        assertThat(codes(move("department-approver", "11", "docNo", "1", "validTo", past)))
                .containsExactly("BAD_VALUE validTo");
        JsonNode granted = move("department-approver", "11", "docNo", "望建〔2026〕1号");
        assertThat(codes(granted)).isEmpty();
        assertThat(granted.at("/approval/completedAt").isNull()).isFalse();
        assertThat(granted.at("/approval/steps").size()).isEqualTo(4);
        assertThat(count("(:Approval)-[:CLOCKED]->(i:ClockInterval) WHERE i.to IS NULL"))
                .isZero();
    }

    private static int days(LocalDate first, LocalDate last) {
        int days = 0;
        for (LocalDate day = first.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            days += isWorking(day) ? 1 : 0;
        }
        return days;
    }

    @Test
    void aWrongStepIsRefusedAndLeavesNothing() throws Exception {
        assertThat(codes(move("department-approver", "11", "docNo", "1"))).containsExactly("NOT_NEXT status");
        assertThat(codes(move("department-approver", "3"))).containsExactly("NOT_YOURS null");
        assertThat(codes(move("window-clerk", "77"))).containsExactly("BAD_CODE status");
        write("MATCH (gone:Person {id: 'per_other'}), (desk:Department {id: 'dep_desk'})"
                + " CREATE (gone)-[:WORKS_FOR {to: $today - duration({days: 1})}]->(desk)");
        assertThat(codes(move("window-clerk", "3", "officer", "per_other"))).containsExactly("NOT_FOUND officer");
        String tomorrow = now().plusDays(1).toOffsetDateTime().toString();
        assertThat(codes(move("window-clerk", "3", "at", tomorrow))).contains("IN_FUTURE at");
        String before = now().minusDays(40).toOffsetDateTime().toString();
        assertThat(codes(move("window-clerk", "3", "at", before))).contains("BEFORE_LAST_STEP at");
        assertThat(codes(move("window-clerk", "6"))).containsExactly("REQUIRED_MISSING opinion");
        assertThat(codes(move("window-clerk", "3", "desk", "dep_nowhere"))).contains("NOT_FOUND desk");
        write("MATCH (d:CalendarDay) DELETE d");
        JsonNode outside = move("window-clerk", "3");
        assertThat(codes(outside)).contains("OUTSIDE_CALENDAR at");
        assertThat(outside.at("/approval/status/code").asString()).isEqualTo("1");
        assertThat(count("(:ApprovalStep)")).isZero();
    }

    @Test
    void whatIsOverStaysOver() throws Exception {
        assertThat(codes(move("window-clerk", "5", "opinion", "不属于本行政机关职权范围"))).isEmpty();
        JsonNode again = move("department-approver", "11", "docNo", "1");
        assertThat(codes(again)).containsExactly("APPROVAL_CLOSED status");
        assertThat(again.at("/approval/status/code").asString()).isEqualTo("5");
    }

    @Test
    void nobodyOverwritesWhatAnotherHasWritten() throws Exception {
        assertThat(codes(command(
                        "window-clerk",
                        "moveApproval",
                        SHOWN,
                        "approval",
                        "apv_openopenopenopenopenopenop",
                        "version",
                        "2020-01-01T00:00:00Z",
                        "status",
                        "3")))
                .containsExactly("VERSION_STALE version");
    }

    @Test
    void anItemWaitsForWhatComesBeforeUnlessPromisedOrSimulated() throws Exception {
        String shown = "approval { id version blockedBy { name } }";
        JsonNode received = command(
                "window-clerk",
                "receiveApproval",
                shown,
                "instanceNo",
                "I2",
                "project",
                "prj_mineminemineminemineminemi",
                "item",
                "api_works",
                "desk",
                "dep_desk");
        assertThat(received.at("/approval/blockedBy/0/name").asString()).isEqualTo("规划许可");
        String id = received.at("/approval/id").asString();
        String version = received.at("/approval/version").asString();
        assertThat(codes(command(
                        "window-clerk", "moveApproval", shown, "approval", id, "version", version, "status", "3")))
                .containsExactly("PREREQUISITE_OPEN status");
        assertThat(codes(command(
                        "window-clerk",
                        "moveApproval",
                        shown,
                        "approval",
                        id,
                        "version",
                        version,
                        "status",
                        "3",
                        "onCommitment",
                        true)))
                .isEmpty();
        assertThat(codes(command(
                        "window-clerk",
                        "receiveApproval",
                        shown,
                        "instanceNo",
                        "I2",
                        "project",
                        "prj_mineminemineminemineminemi",
                        "item",
                        "api_works",
                        "desk",
                        "dep_desk")))
                .containsExactly("ALREADY_THERE instanceNo");
    }

    @Test
    void aLandDealMakesSimulatedApprovalsReal() throws Exception {
        write("MATCH (a:Approval {id: 'apv_openopenopenopenopenopenop'}) SET a.simulated = true");
        assertThat(codes(command(
                        "administrator",
                        "recordLandDeal",
                        "project { id }",
                        "project",
                        "prj_mineminemineminemineminemi",
                        "dealNo",
                        "TD-0",
                        "mode",
                        "AUCTION",
                        "dealOn",
                        now().toLocalDate().toString(),
                        "area",
                        -1.5,
                        "price",
                        "-5.00")))
                .containsExactly("BAD_VALUE area", "BAD_VALUE price");
        JsonNode dealt = command(
                "administrator",
                "recordLandDeal",
                "project { landAcquiredOn approvals { edges { node { simulated convertedAt } } } }",
                "project",
                "prj_mineminemineminemineminemi",
                "dealNo",
                "TD-1",
                "mode",
                "AUCTION",
                "dealOn",
                now().toLocalDate().toString(),
                "price",
                "1250000.00");
        assertThat(codes(dealt)).isEmpty();
        assertThat(dealt.at("/project/approvals/edges/0/node/convertedAt").isNull())
                .isFalse();
        assertThat(read(
                                "agent",
                                "{ node(id: \"prj_mineminemineminemineminemi\") { ... on Project { landDeals { edges { node { price } } } } } }")
                        .at("/node/landDeals/edges/0/node/price")
                        .asString())
                .isEqualTo("1250000.00");
    }

    @Test
    void theRateOfAMonthNamesFailuresAndTheSlowestDepartment() throws Exception {
        write("""
                CREATE (:ApprovalTarget {id: 'tgt_1', code: 'T', limitDays: 3, dayBasis: 'WORKING', validFrom: date('2024-01-01')})
                WITH 1 AS one
                MATCH (p:Project {id: 'prj_mineminemineminemineminemi'}), (a:Approval {id: 'apv_openopenopenopenopenopenop'}), (w:ApprovalItem {id: 'api_works'}), (l:Department {id: 'dep_land'})
                SET a.status = '11', a.acceptedAt = datetime('2026-03-02T09:00:00+08:00'), a.completedAt = datetime('2026-03-04T09:00:00+08:00')
                CREATE (p)-[:HAS_APPROVAL]->(b:Approval {id: 'apv_b', instanceNo: 'B', status: '11',
                    acceptedAt: datetime('2026-03-03T09:00:00+08:00'), completedAt: datetime('2026-03-10T09:00:00+08:00')})-[:OF_ITEM]->(w),
                    (b)-[:AT_DESK_OF]->(l)""");
        String fields =
                "{ limitDays projects realised rate failures { project { id } countedDays slowest { name } slowestDays } slowest { name } }";
        JsonNode month = read("director", "{ approvalRealisation(month: \"2026-03\") " + fields + " }")
                .path("approvalRealisation");
        assertThat(month.path("projects").asInt()).isOne();
        assertThat(month.path("rate").asDouble()).isZero();
        // 3 to 10 March: 6 working days of the union, 5 of them at the second desk.
        assertThat(month.at("/failures/0/countedDays").asInt()).isEqualTo(6);
        assertThat(month.at("/failures/0/slowest/name").asString()).isEqualTo("资规局");
        assertThat(month.at("/failures/0/slowestDays").asInt()).isEqualTo(5);
        assertThat(month.at("/slowest/name").asString()).isEqualTo("资规局");
        JsonNode empty = read("director", "{ approvalRealisation(month: \"2024-05\", cohort: CODED) " + fields + " }")
                .path("approvalRealisation");
        assertThat(empty.path("projects").asInt()).isZero();
        assertThat(empty.path("rate").isNull()).isTrue();
        assertThat(refusedRead("director", "{ approvalRealisation(month: \"2026-13\") { projects } }")
                        .at("/extensions/field")
                        .asString())
                .isEqualTo("month");
    }
}
