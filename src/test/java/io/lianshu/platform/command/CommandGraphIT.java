package io.lianshu.platform.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lianshu.engine.TestEngine;
import io.lianshu.platform.feed.WorkEvent;
import io.lianshu.platform.feed.WorkKind;
import io.lianshu.platform.viewer.Role;
import io.lianshu.platform.viewer.Viewer;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Transaction;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A command is carried out once and whole, or not at all. */
@SpringBootTest(properties = {"lianshu.demo=true", "lianshu.read.plan-at-start=false"})
class CommandGraphIT {

    private static final AtomicInteger CALLS = new AtomicInteger();

    @Autowired
    private CommandThreads commands;

    /** Writes a node, and fails afterwards when told so. */
    @TestConfiguration
    static class Sample {

        @Bean
        ClientCommand sampleCommand() {
            return new ClientCommand() {
                @Override
                public Set<String> mutations() {
                    return Set.of("sample");
                }

                @Override
                public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
                    CALLS.incrementAndGet();
                    transaction
                            .run(
                                    "CREATE (:SampleDone {n: $n})",
                                    Map.of("n", call.input().get("n")))
                            .consume();
                    if (call.input().containsKey("fail")) {
                        throw new IllegalStateException("in the middle");
                    }
                    return CommandOutcome.done("sample", List.of())
                            .withEvents(List.of(new WorkEvent(WorkKind.VISIT_DUE, "sample", Set.of("someone"))));
                }
            };
        }
    }

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        TestEngine.register(registry);
    }

    @BeforeEach
    @AfterEach
    void wipe() {
        TestEngine.wipe();
        CALLS.set(0);
    }

    @Test
    void aFailureInTheMiddleLeavesNothingAndTheSameKeyMayTryAgain() throws Exception {
        String key = UUID.randomUUID().toString();
        assertThatThrownBy(() -> commands.run(call("one", Map.of("clientMutationId", key, "n", 1, "fail", true)))
                        .get())
                .hasRootCauseMessage("in the middle");
        assertThat(count("SampleDone")).isZero();
        assertThat(count("Command")).isZero();
        assertThat(count("FeedEntry")).isZero();
        commands.run(call("one", Map.of("clientMutationId", key, "n", 1))).get();
        assertThat(count("SampleDone")).isOne();
    }

    @Test
    void theSameCallManyTimesAtOnceIsCarriedOutOnce() throws Exception {
        CommandCall call =
                call("one", Map.of("clientMutationId", UUID.randomUUID().toString(), "n", 1));
        List<Future<CommandOutcome>> answers = new ArrayList<>();
        ExecutorService clients = Executors.newFixedThreadPool(6);
        for (int i = 0; i < 6; i++) {
            answers.add(clients.submit(() -> commands.run(call).get()));
        }
        for (Future<CommandOutcome> answer : answers) {
            assertThat(answer.get().subject()).isEqualTo("sample");
        }
        clients.shutdown();
        assertThat(count("SampleDone")).isOne();
        assertThat(count("FeedEntry")).isOne();
        assertThat(CALLS).hasValue(1);
    }

    @Test
    void aKeyIsItsAccountsOwn() throws Exception {
        Map<String, Object> input = Map.of("clientMutationId", UUID.randomUUID().toString(), "n", 1);
        commands.run(call("one", input)).get();
        commands.run(call("another", input)).get();
        assertThat(CALLS).hasValue(2);
        CommandOutcome reused = commands.run(
                        call("one", Map.of("clientMutationId", input.get("clientMutationId"), "n", 2)))
                .get();
        assertThat(reused.refusals()).extracting("code").containsExactly("CLIENT_MUTATION_ID_REUSED");
        assertThat(count("SampleDone")).isEqualTo(2);
    }

    private static CommandCall call(String account, Map<String, Object> input) {
        Viewer viewer = new Viewer(account, Set.of(Role.ADMINISTRATOR), null, null, Locale.CHINESE);
        return new CommandCall("sample", input, viewer, ZonedDateTime.parse("2026-03-02T10:00:00+08:00"));
    }

    private static long count(String label) {
        try (var session = TestEngine.driver().session()) {
            return session.run("MATCH (n:" + label + ") RETURN count(n)")
                    .single()
                    .get(0)
                    .asLong();
        }
    }
}
