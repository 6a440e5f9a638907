package io.lianshu.platform.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.Eventually;
import io.lianshu.engine.TestEngine;
import io.lianshu.platform.audit.AuditAction;
import io.lianshu.platform.audit.AuditEntry;
import io.lianshu.platform.audit.AuditTrail;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.refusal.Refusal;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.summary.ProfiledPlan;
import org.reactivestreams.Subscription;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.BaseSubscriber;

/** The feed's order is that of commits: who reads on from the last number that it saw misses nothing. */
class FeedOrderIT extends ListeningHub {

    private static final int WRITERS = 8;
    private static final int EACH = 40;
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-02T10:00:00+08:00");

    @Autowired
    private AuditTrail audit;

    private final FeedGraph graph = new FeedGraph(TestEngine.driver(), SessionConfig.defaultConfig());

    private FeedTail tail(int window) {
        return new FeedTail(
                graph,
                new FeedSettings(
                        Duration.ofDays(30),
                        Duration.ofHours(1),
                        Duration.ofMillis(5),
                        window,
                        3,
                        Duration.ofSeconds(5)));
    }

    /** Each test has a feed of its own, and follows it by tails of its own. */
    @BeforeEach
    void feedFromItsBeginning() {
        run("MATCH (head:FeedHead) DELETE head");
    }

    @Test
    void manyWritersAtOnceAndAReaderSeesEveryEntryOnceAndInOrder() throws Exception {
        List<Long> early = Collections.synchronizedList(new ArrayList<>());
        List<String> subjects = Collections.synchronizedList(new ArrayList<>());
        var reading = tail(20_000).from(0L).subscribe(entry -> {
            early.add(entry.seq());
            subjects.add(entry.subject());
        });
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<Integer>> written = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = writer;
            written.add(writers.submit(() -> write(number)));
        }
        int all = 0;
        for (Future<Integer> one : written) {
            all += one.get(3, TimeUnit.MINUTES);
        }
        writers.shutdown();
        int expected = all;
        Eventually.holds("all were read", () -> early.size() >= expected);
        reading.dispose();
        List<Long> numbers = LongStream.rangeClosed(1, all).boxed().toList();
        assertThat(early).isEqualTo(numbers);
        assertThat(subjects).doesNotHaveDuplicates();
        List<Long> late = tail(20_000)
                .from(0L)
                .take(all)
                .map(FeedEntry::seq)
                .collectList()
                .block();
        assertThat(late).isEqualTo(numbers);
    }

    /** Some of it is rolled back, some dawdles between its number and its commit, and all of it is audited as well. */
    private int write(int writer) {
        Random random = new Random(writer);
        int committed = 0;
        for (int i = 0; i < EACH; i++) {
            List<WorkEvent> events = new ArrayList<>();
            for (int n = 0; n <= random.nextInt(3); n++) {
                events.add(new WorkEvent(WorkKind.VISIT_DUE, writer + "/" + i + "/" + n, Set.of("someone")));
            }
            try (var session = TestEngine.driver().session();
                    var transaction = session.beginTransaction()) {
                transaction.run("CREATE (:SampleDone)").consume();
                feed.append(transaction, events, NOW);
                if (random.nextInt(3) == 0) {
                    audit.append(transaction, AuditEntry.of(NOW, AuditAction.COMMAND, "usr", "sample", null));
                }
                if (random.nextInt(4) == 0) {
                    dawdle(random.nextInt(20));
                }
                if (random.nextInt(5) == 0) {
                    transaction.rollback();
                } else {
                    transaction.commit();
                    committed += events.size();
                }
            }
        }
        return committed;
    }

    private static void dawdle(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whoComesLateIsCaughtUpFromTheGraphAndThenGoesOn() throws Exception {
        for (int i = 0; i < 30; i++) {
            tell(WorkKind.VISIT_DUE, "old" + i, "someone");
        }
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        var reading = tail(10).from(5L).subscribe(entry -> heard.add(entry.subject()));
        Eventually.holds("it has caught up", () -> heard.size() == 25);
        tell(WorkKind.VISIT_DUE, "new", "someone");
        Eventually.holds("it goes on", () -> heard.size() == 26);
        reading.dispose();
        assertThat(heard).startsWith("old5").endsWith("old29", "new").doesNotHaveDuplicates();
    }

    /** The hub asks it several times a second, however much the feed holds. */
    @ParameterizedTest
    @CsvSource({"2000", "1995", "0"})
    void lookingForNewEntriesCostsWhatItFinds(long after) {
        try (var session = TestEngine.driver().session();
                var transaction = session.beginTransaction()) {
            List<WorkEvent> many = LongStream.range(0, 2_000)
                    .mapToObj(n -> new WorkEvent(WorkKind.VISIT_DUE, "n" + n, Set.of("someone")))
                    .toList();
            feed.append(transaction, many, NOW);
            transaction.commit();
        }
        try (var session = TestEngine.driver().session()) {
            ProfiledPlan plan = session.run(
                            "PROFILE " + CypherCatalog.statement("platform", "feed-after"),
                            Map.of("after", after, "most", 10))
                    .consume()
                    .profile();
            assertThat(hits(plan)).isLessThan(150);
        }
    }

    private static long hits(ProfiledPlan plan) {
        return plan.dbHits()
                + plan.children().stream().mapToLong(FeedOrderIT::hits).sum();
    }

    @Test
    void whatWasSweptOrIsYetToComeIsLost() {
        for (int i = 0; i < 10; i++) {
            tell(WorkKind.VISIT_DUE, "n" + i, instant(i), "someone");
        }
        assertThat(feed.sweep(instant(4))).isEqualTo(4);
        assertThat(feed.sweep(instant(4))).isZero();
        assertThat(code(0L)).isEqualTo("FEED_POSITION_LOST");
        assertThat(code(3L)).isEqualTo("FEED_POSITION_LOST");
        assertThat(code(11L)).isEqualTo("FEED_POSITION_LOST");
        assertThat(tail(10).from(4L)
                        .take(6)
                        .map(FeedEntry::subject)
                        .collectList()
                        .block())
                .startsWith("n4")
                .hasSize(6);
        assertThat(feed.sweep(instant(100))).isEqualTo(6);
        assertThat(code(9L)).isEqualTo("FEED_POSITION_LOST");
        tell(WorkKind.VISIT_DUE, "after", "someone");
        assertThat(tail(10).from(10L).blockFirst().subject()).isEqualTo("after");
    }

    private String code(long after) {
        try {
            tail(10).from(after).blockFirst(Duration.ofSeconds(20));
            return "none";
        } catch (Refusal e) {
            return e.code();
        }
    }

    @Test
    void whoListensTooSlowlyIsSentAwayAndMissesNothingAfterwards() throws Exception {
        FeedTail tail = tail(5);
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        BaseSubscriber<FeedEntry> slow = new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                request(1);
            }

            @Override
            protected void hookOnNext(FeedEntry entry) {
                heard.add(entry.subject());
            }

            @Override
            protected void hookOnError(Throwable fault) {
                ended.complete(fault);
            }
        };
        tail.from(0L).subscribe(slow);
        for (int i = 0; i < 40; i++) {
            tell(WorkKind.VISIT_DUE, "n" + i, "someone");
            dawdle(10);
        }
        assertThat(heard).hasSizeLessThan(5);
        slow.requestUnbounded();
        Throwable fault = ended.get(30, TimeUnit.SECONDS);
        assertThat(fault).isInstanceOf(Refusal.class).extracting("code").isEqualTo("SUBSCRIBER_TOO_SLOW");
        long last = heard.size();
        assertThat(tail.from(last)
                        .take(40 - last)
                        .map(FeedEntry::subject)
                        .collectList()
                        .block(Duration.ofSeconds(30)))
                .startsWith("n" + last)
                .endsWith("n39");
    }
}
