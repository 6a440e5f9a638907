package io.lianshu.notify;

import io.lianshu.engine.TestEngine;
import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.secret.Sealer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.neo4j.driver.SessionConfig;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A hub with a webhook on the graph of a week of work, and notifiers as other hubs have them, by a clock that is moved. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"lianshu.demo=false", "lianshu.read.plan-at-start=false", "lianshu.notify.sweep=60d"})
abstract class NotifyHub {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    static final Receiver RECEIVER = receiver();

    final MovedClock clock = new MovedClock();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Autowired
    CodeLists codes;

    @Autowired
    NotifySettings settings;

    @Autowired
    NotifySweep wired;

    @Autowired
    Sealer sealer;

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        TestEngine.register(registry);
        registry.add("lianshu.notify.webhook.url", RECEIVER::url);
        registry.add("lianshu.notify.webhook.secret", () -> Receiver.SECRET);
    }

    private static Receiver receiver() {
        try {
            return new Receiver();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void work() throws IOException {
        TestEngine.wipe();
        RECEIVER.failNext(0);
        RECEIVER.taken();
        RECEIVER.refused();
        try (var file = NotifyHub.class.getResourceAsStream("/graphs/notify/a-week-of-work.cypher");
                var session = TestEngine.driver().session()) {
            session.run(new String(file.readAllBytes(), StandardCharsets.UTF_8), Map.of("monday", MONDAY))
                    .consume();
        }
    }

    @AfterAll
    static void wipe() {
        TestEngine.wipe();
    }

    List<String> kinds() {
        return RECEIVER.taken().stream()
                .map(message -> message.path("kind").asString())
                .toList();
    }

    static List<String> lines(JsonNode message) {
        return message.path("lines").valueStream().map(JsonNode::asString).toList();
    }

    static List<String> states() {
        return states("webhook");
    }

    static List<String> states(String channel) {
        try (var session = TestEngine.driver().session()) {
            return session.run(
                            "MATCH (d:Delivery {channel: $channel}) WHERE d.state <> 'MADE'"
                                    + " RETURN d.state + ' ' + d.attempts AS state ORDER BY state",
                            Map.of("channel", channel))
                    .list(row -> row.get("state").asString());
        }
    }

    static void write(String statement) {
        write(statement, Map.of());
    }

    static void write(String statement, Map<String, Object> parameters) {
        try (var session = TestEngine.driver().session()) {
            session.run(statement, parameters).consume();
        }
    }

    DigestGraph digests() {
        return new DigestGraph(TestEngine.driver(), SessionConfig.defaultConfig(), codes, settings);
    }

    DeliveryGraph deliveries() {
        return new DeliveryGraph(TestEngine.driver(), SessionConfig.defaultConfig());
    }

    ReceiverGraph receivers() {
        return new ReceiverGraph(TestEngine.driver(), SessionConfig.defaultConfig());
    }

    Channel channel() {
        return new WebhookChannel(RECEIVER.url(), settings, new JsonMapper());
    }

    /** What a hub of its own has. */
    NotifySweep notifier() {
        return notifier(channel());
    }

    NotifySweep notifier(Channel... channels) {
        return new NotifySweep(List.of(channels), digests(), deliveries(), settings, clock, meters);
    }

    double count(String meter, String channel) {
        return meters.counter("lianshu.notify." + meter, "channel", channel).count();
    }

    /** Stands still until it is moved. */
    static final class MovedClock extends Clock {

        private volatile ZonedDateTime time = MONDAY.atStartOfDay(SHANGHAI);

        void at(LocalDate day, String time) {
            this.time = day.atTime(LocalTime.parse(time)).atZone(SHANGHAI);
        }

        ZonedDateTime now() {
            return time;
        }

        @Override
        public ZoneId getZone() {
            return SHANGHAI;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }

        @Override
        public Instant instant() {
            return time.toInstant();
        }
    }
}
