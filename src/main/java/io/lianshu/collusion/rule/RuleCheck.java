package io.lianshu.collusion.rule;

import io.lianshu.platform.graph.GraphReadiness;
import io.lianshu.platform.graph.OwnsItsThread;
import java.time.Clock;
import java.time.ZonedDateTime;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/** Has the database plan the installation's own rules before the hub serves; one that it cannot plan stops the start. */
@OwnsItsThread
final class RuleCheck implements ApplicationRunner {

    private final RuleBook book;
    private final RuleGraph rules;
    private final GraphReadiness readiness;
    private final Clock clock;

    RuleCheck(RuleBook book, RuleGraph rules, GraphReadiness readiness, Clock clock) {
        this.book = book;
        this.rules = rules;
        this.readiness = readiness;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (readiness.obstacle().isEmpty()) {
            rules.check(book.own(), ZonedDateTime.now(clock));
        }
    }
}
