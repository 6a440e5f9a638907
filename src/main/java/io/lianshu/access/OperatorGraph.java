package io.lianshu.access;

import io.lianshu.platform.audit.AuditAction;
import io.lianshu.platform.audit.AuditEntry;
import io.lianshu.platform.audit.AuditTrail;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.viewer.Role;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.springframework.stereotype.Component;

/** What whoever holds the machine does to accounts. */
@Component
@OwnsItsThread
final class OperatorGraph {

    private static final String END_SESSIONS_STATEMENT = CypherCatalog.statement("access", "end-sessions");
    private static final String NEW_ACCOUNT_STATEMENT = CypherCatalog.statement("access", "new-account");

    private final Driver driver;
    private final SessionConfig session;
    private final Passwords passwords;
    private final AuditTrail audit;
    private final Clock clock;

    OperatorGraph(Driver driver, SessionConfig session, Passwords passwords, AuditTrail audit, Clock clock) {
        this.driver = driver;
        this.session = session;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** The account's first password; null when the account is there and is not to be reset. */
    @Nullable
    String account(String username, Set<Role> roles, boolean reset) {
        ZonedDateTime now = ZonedDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
        String password = passwords.made();
        List<Map<String, Object>> rows = roles.stream()
                .map(role -> Map.<String, Object>of("id", NodeId.random("grt"), "role", role.name()))
                .toList();
        Map<String, Object> values = Map.of(
                "id", NodeId.of("usr", List.of(username)),
                "username", username,
                "hash", passwords.hash(password),
                "rows", rows,
                "now", now);
        try (Session opened = driver.session(session);
                Transaction transaction = opened.beginTransaction()) {
            Record written = transaction.run(NEW_ACCOUNT_STATEMENT, values).single();
            String account = written.get("account").asString();
            boolean fresh = written.get("fresh").asBoolean();
            if (!fresh && !reset) {
                return null;
            }
            transaction
                    .run(END_SESSIONS_STATEMENT, Map.of("account", account, "now", now))
                    .consume();
            audit.append(
                    transaction,
                    new AuditEntry(
                            now,
                            AuditAction.COMMAND,
                            AuditEntry.COMMAND_LINE,
                            "",
                            "account",
                            account,
                            null,
                            (fresh ? "new" : "reset") + " "
                                    + roles.stream().map(Enum::name).collect(Collectors.joining(","))));
            transaction.commit();
            return password;
        }
    }
}
