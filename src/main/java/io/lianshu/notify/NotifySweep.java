package io.lianshu.notify;

import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.graph.Sweep;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes digests when it is time, and sends what waits. */
@OwnsItsThread
final class NotifySweep implements Sweep {

    private static final Logger log = LoggerFactory.getLogger(NotifySweep.class);
    private static final int AT_ONCE = 500;
    /** A receiver that took so many of them badly in a row is left alone until the next sweep. */
    private static final int FAULTS_IN_A_ROW = 3;
    /** The other sweeps want the thread too. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Duration FIRST_BACKOFF = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofDays(30);

    private final List<Channel> channels;
    private final DigestGraph digests;
    private final DeliveryGraph deliveries;
    private final NotifySettings settings;
    private final Clock clock;
    private final Counter sent;
    private final Counter failed;

    NotifySweep(
            List<Channel> channels,
            DigestGraph digests,
            DeliveryGraph deliveries,
            NotifySettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.channels = List.copyOf(channels);
        this.digests = digests;
        this.deliveries = deliveries;
        this.settings = settings;
        this.clock = clock;
        this.sent = meters.counter("lianshu.notify.sent");
        this.failed = meters.counter("lianshu.notify.failed");
    }

    @Override
    public String name() {
        return "notify";
    }

    @Override
    public Duration pause() {
        return settings.sweep();
    }

    @Override
    public void sweep() {
        deliveries.remove(now().minus(KEPT));
        long over = deliveries.giveUp(now(), settings.attempts());
        if (over > 0) {
            failed.increment((double) over);
            log.warn("{} 条提醒未能送出 / {} deliveries could not be sent", over, over);
        }
        for (Channel channel : channels) {
            int made = digests.make(channel.name(), now());
            int done = send(channel);
            if (made + done > 0) {
                log.info("提醒：新 {} 条，送出 {} 条 / {} new deliveries, {} sent", made, done, made, done);
            }
        }
    }

    private int send(Channel channel) {
        long begun = System.nanoTime();
        int done = 0;
        int faults = 0;
        for (String key : deliveries.toSend(channel.name(), now(), AT_ONCE)) {
            if (settings.isQuiet(now().toLocalTime())
                    || faults == FAULTS_IN_A_ROW
                    || System.nanoTime() - begun > LONGEST.toNanos()) {
                break;
            }
            ZonedDateTime now = now();
            Optional<Delivery> claimed = deliveries.claim(key, now, now.plus(settings.lease()));
            if (claimed.isEmpty()) {
                continue;
            }
            if (sent(channel, claimed.get())) {
                done++;
                faults = 0;
            } else {
                faults++;
            }
        }
        return done;
    }

    private boolean sent(Channel channel, Delivery delivery) {
        if (channel.send(delivery)) {
            deliveries.sent(delivery, now());
            sent.increment();
            return true;
        }
        if (delivery.attempt() < settings.attempts()) {
            deliveries.again(delivery, now().plus(backoff(delivery.attempt())), now());
        } else {
            deliveries.failed(delivery, now());
            failed.increment();
            log.warn("提醒 {} 未能送出 / the delivery {} could not be sent", delivery.id(), delivery.id());
        }
        return false;
    }

    /** One minute after the first attempt, twice as long after each, an hour at most. */
    private static Duration backoff(int attempt) {
        return FIRST_BACKOFF.multipliedBy(Math.min(60, 1L << Math.min(6, attempt - 1)));
    }

    private ZonedDateTime now() {
        return ZonedDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    }
}
