package io.lianshu.agency;

import static io.lianshu.exchange.AskedCommands.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Several approvals of a project dealt with at once: begun by whom it concerns, over with the last decision. */
class ParallelReviewIT extends AgencyHub {

    private static final String PROJECT = "prj_mineminemineminemineminemi";
    private static final String PLAN = "apv_openopenopenopenopenopenop";
    private static final String SHOWN = "parallelReview { id code openedAt closedAt approvals { totalCount } }";

    private String works = "";

    @BeforeEach
    void twoApprovals() throws Exception {
        write("MATCH (i:ApprovalItem) SET i.parallel = true");
        write("MATCH (:ApprovalItem)-[after:AFTER]->(:ApprovalItem) DELETE after");
        write("MATCH (p:Person {name: '审批人'}), (d:Department {id: 'dep_land'}) CREATE (p)-[:WORKS_FOR]->(d)");
        works = received("I2", PROJECT);
    }

    private String received(String number, String project) throws Exception {
        JsonNode received = command(
                "window-clerk",
                "receiveApproval",
                "approval { id }",
                "instanceNo",
                number,
                "project",
                project,
                "item",
                "api_works",
                "desk",
                "dep_land");
        assertThat(codes(received)).isEmpty();
        return received.at("/approval/id").asString();
    }

    private JsonNode open(String viewer, String... approvals) throws Exception {
        return command(viewer, "openParallelReview", SHOWN, "project", PROJECT, "approvals", List.of(approvals));
    }

    private JsonNode move(String approval, String viewer, String status, Object... more) throws Exception {
        JsonNode now = read("agent", "{ node(id: \"" + approval + "\") { ... on Approval { version } } }");
        List<Object> fields = new ArrayList<>(
                List.of("approval", approval, "version", now.at("/node/version").asString(), "status", status));
        fields.addAll(List.of(more));
        JsonNode moved = command(viewer, "moveApproval", "approval { review { code closedAt } }", fields.toArray());
        assertThat(codes(moved)).isEmpty();
        return moved;
    }

    @Test
    void aReviewEndsWithTheLastDecisionAndTheDepartmentsHearOfBoth() throws Exception {
        JsonNode opened = open("window-clerk", PLAN, works);
        assertThat(codes(opened)).isEmpty();
        assertThat(opened.at("/parallelReview/code").asString()).matches("BL-\\d{4}-00001");
        assertThat(opened.at("/parallelReview/approvals/totalCount").asInt()).isEqualTo(2);
        assertThat(opened.at("/parallelReview/closedAt").isNull()).isTrue();
        String told =
                "(e:FeedEntry {kind: 'REVIEW_CHANGED'}) WHERE 'dep_desk' IN e.audience AND 'dep_land' IN e.audience";
        assertThat(count(told)).isOne();
        for (String approval : List.of(PLAN, works)) {
            move(approval, "window-clerk", "3");
            move(approval, "department-approver", "8");
        }
        JsonNode first = move(PLAN, "department-approver", "11", "docNo", "望建〔2026〕1号");
        assertThat(first.at("/approval/review/closedAt").isNull()).isTrue();
        assertThat(count(told)).isOne();
        JsonNode last = move(works, "department-approver", "13", "opinion", "不符合规划条件");
        assertThat(last.at("/approval/review/closedAt").isNull()).isFalse();
        assertThat(count(told)).isEqualTo(2);
    }

    @Test
    void whatDoesNotRunBesideOthersIsRefusedByItsPlaceInTheList() throws Exception {
        String strange = received("I3", "prj_barebarebarebarebarebareba");
        String decided = received("I4", PROJECT);
        String reviewed = received("I5", PROJECT);
        String beside = received("I6", PROJECT);
        write("MATCH (a:Approval {instanceNo: 'I4'}) SET a.completedAt = $now, a.status = '4'");
        assertThat(codes(open("window-clerk", reviewed, beside))).isEmpty();
        write("MATCH (i:ApprovalItem {id: 'api_plan'}) SET i.parallel = false");
        JsonNode refused =
                open("window-clerk", works, strange, decided, reviewed, PLAN, "apv_nowherenowherenowherenowhe");
        assertThat(codes(refused))
                .containsExactlyInAnyOrder(
                        "OTHER_PROJECT approvals[1]",
                        "APPROVAL_CLOSED approvals[2]",
                        "IN_REVIEW approvals[3]",
                        "NOT_PARALLEL approvals[4]",
                        "NOT_FOUND approvals[5]");
        assertThat(codes(open("window-clerk", works, works))).containsExactly("TOO_FEW approvals");
        assertThat(count("(:ParallelReview)")).isOne();
    }

    @Test
    void onlyTheWindowOrADepartmentWithOneOfThemBeginsIt() throws Exception {
        write("MATCH (:Person {name: '审批人'})-[post:WORKS_FOR]->() DELETE post");
        assertThat(codes(open("department-approver", PLAN, works))).containsExactly("NOT_YOURS null");
        write("MATCH (p:Person {name: '审批人'}), (d:Department {id: 'dep_land'}) CREATE (p)-[:WORKS_FOR]->(d)");
        assertThat(codes(open("department-approver", PLAN, works))).isEmpty();
    }

    @Test
    void twoLastDecisionsAtOnceCloseItAndTwoBeginningsAtOnceMakeOne() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<JsonNode>> begun = threads.invokeAll(List.of(
                (Callable<JsonNode>) () -> open("window-clerk", PLAN, works), () -> open("window-clerk", works, PLAN)));
        assertThat(begun).extracting(answer -> codes(answer.get()).size()).containsExactlyInAnyOrder(0, 2);
        for (String approval : List.of(PLAN, works)) {
            move(approval, "window-clerk", "3");
            move(approval, "department-approver", "8");
        }
        threads.invokeAll(List.of(
                        (Callable<JsonNode>) () -> move(PLAN, "department-approver", "11", "docNo", "1"),
                        () -> move(works, "department-approver", "11", "docNo", "2")))
                .forEach(answer -> assertThat(answer).succeedsWithin(Duration.ofMinutes(1)));
        threads.shutdown();
        assertThat(count("(r:ParallelReview) WHERE r.closedAt IS NOT NULL")).isOne();
        assertThat(count("(:ParallelReview)")).isOne();
    }
}
