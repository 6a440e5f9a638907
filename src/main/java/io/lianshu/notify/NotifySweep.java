package io.lianshu.notify;

import io.lianshu.notify.Channel.Outcome;
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

    private final List<Channel> channels;
    private final DigestGraph digests;
    private final DeliveryGraph deliveries;
    private final NotifySettings settings;
    private final Clock clock;
    private final MeterRegistry meters;

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
        this.meters = meters;
        channels.forEach(channel -> {
            sent(channel.name());
            failed(channel.name());
        });
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
        deliveries.remove(now().minus(settings.kept()));
        deliveries.giveUp(now(), settings.attempts()).forEach((channel, over) -> {
            failed(channel).increment((double) over);
            log.warn("{} 条提醒未能送出（{}）/ {} deliveries could not be sent ({})", over, channel, over, channel);
        });
        for (Channel channel : channels) {
            int made = digests.make(channel.name(), now());
            int done = send(channel);
            if (made + done > 0) {
                log.info("提醒（{}）：新 {} 条，送出 {} 条 / {} new deliveries, {} sent", channel.name(), made, done, made, done);
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
                    || System.nanoTime() - begun
                            > LONGEST.dividedBy(channels.size()).toNanos()) {
                break;
            }
            ZonedDateTime now = now();
            Optional<Delivery> claimed = deliveries.claim(key, now, now.plus(channel.lease()));
            if (claimed.isEmpty()) {
                continue;
            }
            switch (attempted(channel, claimed.get())) {
                case TAKEN -> {
                    done++;
                    faults = 0;
                }
                case NOT_TAKEN -> faults++;
                case NOBODY -> {}
            }
        }
        return done;
    }

    private Outcome attempted(Channel channel, Delivery delivery) {
        Outcome outcome = outcome(channel, delivery);
        switch (outcome) {
            case TAKEN -> {
                deliveries.sent(delivery, now());
                sent(channel.name()).increment();
            }
            case NOBODY -> deliveries.skipped(delivery, now());
            case NOT_TAKEN -> again(channel, delivery);
        }
        return outcome;
    }

    /** A way that is broken does not close the others; what its fault says may hold an address. */
    private static Outcome outcome(Channel channel, Delivery delivery) {
        try {
            return channel.send(delivery);
        } catch (RuntimeException e) {
            String fault = e.getClass().getSimpleName();
            log.warn("提醒 {} 未能送出：{} / the delivery {} met a fault: {}", delivery.id(), fault, delivery.id(), fault);
            return Outcome.NOT_TAKEN;
        }
    }

    private void again(Channel channel, Delivery delivery) {
        if (delivery.attempt() < settings.attempts()) {
            deliveries.again(delivery, now().plus(backoff(delivery.attempt())), now());
        } else {
            deliveries.failed(delivery, now());
            failed(channel.name()).increment();
            log.warn("提醒 {} 未能送出 / the delivery {} could not be sent", delivery.id(), delivery.id());
        }
    }

    private Counter sent(String channel) {
        return meters.counter("lianshu.notify.sent", "channel", channel);
    }

    private Counter failed(String channel) {
        return meters.counter("lianshu.notify.failed", "channel", channel);
    }

    /** One minute after the first attempt, twice as long after each, an hour at most. */
    private static Duration backoff(int attempt) {
        return FIRST_BACKOFF.multipliedBy(Math.min(60, 1L << Math.min(6, attempt - 1)));
    }

    private ZonedDateTime now() {
        return ZonedDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    }
}
