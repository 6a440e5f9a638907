package io.lianshu.access;

import io.lianshu.platform.audit.AuditAction;
import io.lianshu.platform.audit.AuditEntry;
import io.lianshu.platform.audit.AuditTrail;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.GraphReadiness;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.viewer.Role;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;

/** What logging in reads and writes; each act is one transaction with its audit event in it. */
@Component
@OwnsItsThread
final class LoginGraph {

    private static final String ACCOUNT_OF_SUBJECT_STATEMENT = CypherCatalog.statement("access", "account-of-subject");
    private static final String COUNT_FAILURE_STATEMENT = CypherCatalog.statement("access", "count-failure");
    private static final String DEMO_ACCOUNTS_STATEMENT = CypherCatalog.statement("access", "demo-accounts");
    private static final String END_SESSION_STATEMENT = CypherCatalog.statement("access", "end-session");
    private static final String END_SESSIONS_STATEMENT = CypherCatalog.statement("access", "end-sessions");
    private static final String KEEP_WECHAT_STATEMENT = CypherCatalog.statement("access", "keep-wechat-user");
    private static final String LINK_WECHAT_STATEMENT = CypherCatalog.statement("access", "link-wechat");
    private static final String LOGIN_STATEMENT = CypherCatalog.statement("access", "login");
    private static final String OPEN_SESSION_STATEMENT = CypherCatalog.statement("access", "open-session");
    private static final String ROTATE_SESSION_STATEMENT = CypherCatalog.statement("access", "rotate-session");
    private static final String SET_PASSWORD_STATEMENT = CypherCatalog.statement("access", "set-password");
    private static final String VIEWER_STATEMENT = CypherCatalog.statement("access", "viewer");
    private static final String WECHAT_LOGIN_STATEMENT = CypherCatalog.statement("access", "wechat-login");

    private static final String PUBLIC = "public";

    private final Driver driver;
    private final SessionConfig session;
    private final GraphReadiness readiness;
    private final AuditTrail audit;

    LoginGraph(Driver driver, SessionConfig session, GraphReadiness readiness, AuditTrail audit) {
        this.driver = driver;
        this.session = session;
        this.readiness = readiness;
        this.audit = audit;
    }

    /**
     * An account that somebody says is theirs.
     *
     * @param hash of its password, or null when it has none
     * @param lockedUntil or null when it is not locked
     */
    record Found(
            String account,
            @Nullable String hash,
            boolean mustChange,
            @Nullable ZonedDateTime lockedUntil,
            boolean suspended,
            boolean demo) {}

    /**
     * A session as its refresh token found it.
     *
     * @param open whether it was not over
     * @param fits whether the token was the one that counts
     */
    record Turn(String account, boolean open, boolean fits, boolean demo) {}

    /** Whom an account stands for now. */
    record Standing(
            String account,
            boolean demo,
            Set<Role> roles,
            @Nullable String person,
            @Nullable String party) {}

    @Nullable
    Found byName(String username) {
        return one(LOGIN_STATEMENT, Map.of("username", username), LoginGraph::found);
    }

    @Nullable
    Found byWechat(String wechat) {
        return one(WECHAT_LOGIN_STATEMENT, Map.of("wechat", wechat), LoginGraph::found);
    }

    private static Found found(Record row) {
        Value locked = row.get("lockedUntil");
        return new Found(
                row.get("account").asString(),
                row.get("hash").asString(null),
                row.get("mustChange").asBoolean(false),
                locked.isNull() ? null : locked.asZonedDateTime(),
                row.get("suspended").asBoolean(),
                row.get("demo").asBoolean());
    }

    /**
     * Whom an account stands for, or null when it may not enter.
     *
     * @param session null for a token of another issuer, which has no session here
     * @param issuedAt when such a token was given, or null when it does not say
     */
    @Nullable
    Standing standing(String account, @Nullable String session, @Nullable ZonedDateTime issuedAt, ZonedDateTime now) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("account", account);
        parameters.put("session", session);
        parameters.put("issuedAt", issuedAt);
        parameters.put("now", now);
        return one(
                VIEWER_STATEMENT,
                parameters,
                row -> new Standing(
                        row.get("account").asString(),
                        row.get("demo").asBoolean(),
                        row.get("roles").asList(role -> Role.valueOf(role.asString())).stream()
                                .collect(Collectors.toUnmodifiableSet()),
                        row.get("person").asString(null),
                        row.get("party").asString(null)));
    }

    @Nullable
    String bySubject(String subject) {
        return one(
                ACCOUNT_OF_SUBJECT_STATEMENT,
                Map.of("subject", subject),
                row -> row.get("account").asString());
    }

    /** Counts a failure, and locks the account after so many; older ones than the lock lasts count no more. */
    void failed(String account, int attempts, ZonedDateTime now, Duration lock) {
        write(transaction -> {
            run(
                    transaction,
                    COUNT_FAILURE_STATEMENT,
                    Map.of(
                            "account",
                            account,
                            "attempts",
                            attempts,
                            "since",
                            now.minus(lock),
                            "until",
                            now.plus(lock),
                            "now",
                            now));
            return true;
        });
    }

    /** Tells the audit of a failure; of a locked account none is told, so events stay few. */
    void refused(String account, ZonedDateTime now) {
        audit.append(AuditEntry.of(now, AuditAction.LOGIN_REFUSED, PUBLIC, "token", account));
    }

    void open(String account, String session, String hash, String client, ZonedDateTime now, ZonedDateTime expires) {
        write(transaction -> {
            run(
                    transaction,
                    OPEN_SESSION_STATEMENT,
                    Map.of(
                            "account", account,
                            "session", session,
                            "hash", hash,
                            "client", client,
                            "now", now,
                            "expires", expires));
            audit.append(transaction, AuditEntry.of(now, AuditAction.LOGIN, account, "token", account));
            return true;
        });
    }

    @Nullable
    Turn rotate(String session, String given, String next, ZonedDateTime since, ZonedDateTime now) {
        return write(transaction -> {
            List<Record> rows = transaction
                    .run(
                            ROTATE_SESSION_STATEMENT,
                            Map.of("session", session, "given", given, "next", next, "since", since, "now", now))
                    .list();
            if (rows.isEmpty()) {
                return null;
            }
            Record row = rows.get(0);
            Turn turn = new Turn(
                    row.get("account").asString(),
                    row.get("open").asBoolean(),
                    row.get("fits").asBoolean(),
                    row.get("demo").asBoolean());
            if (turn.open() && !turn.fits()) {
                audit.append(
                        transaction, AuditEntry.of(now, AuditAction.TOKEN_REPLAYED, PUBLIC, "token", turn.account()));
            }
            return turn;
        });
    }

    /** The account whose session it was; null when it is over already. */
    @Nullable
    String end(String session, ZonedDateTime now) {
        return write(transaction -> {
            List<Record> rows = transaction
                    .run(END_SESSION_STATEMENT, Map.of("session", session, "now", now))
                    .list();
            rows.forEach(row -> {
                String account = row.get("account").asString();
                audit.append(transaction, AuditEntry.of(now, AuditAction.LOGOUT, account, "logout", account));
            });
            return rows.isEmpty() ? null : rows.get(0).get("account").asString();
        });
    }

    void endAll(String account, ZonedDateTime now) {
        write(transaction -> {
            run(transaction, END_SESSIONS_STATEMENT, Map.of("account", account, "now", now));
            audit.append(transaction, AuditEntry.of(now, AuditAction.LOGOUT, account, "logout everywhere", account));
            return true;
        });
    }

    void linkWechat(String account, WechatExchange.User wechat, ZonedDateTime now) {
        write(transaction -> {
            run(transaction, LINK_WECHAT_STATEMENT, Map.of("account", account, "wechat", wechat.hash()));
            run(transaction, KEEP_WECHAT_STATEMENT, wechat.of(account, now));
            audit.append(transaction, AuditEntry.of(now, AuditAction.WECHAT_LINKED, account, "token", account));
            return true;
        });
    }

    /** Keeps to whom messages are sent: of a link that was made before there were any, it is not known yet. */
    void keepWechat(String account, WechatExchange.User wechat, ZonedDateTime now) {
        write(transaction -> {
            run(transaction, KEEP_WECHAT_STATEMENT, wechat.of(account, now));
            return true;
        });
    }

    /** By the account's own user; ends all its sessions, since one of them may be the thief's. */
    void password(String account, String hash, ZonedDateTime now) {
        write(transaction -> {
            run(transaction, SET_PASSWORD_STATEMENT, Map.of("account", account, "hash", hash, "mustChange", false));
            run(transaction, END_SESSIONS_STATEMENT, Map.of("account", account, "now", now));
            audit.append(transaction, AuditEntry.of(now, AuditAction.PASSWORD, account, "password", account));
            return true;
        });
    }

    void demo(List<Map<String, @Nullable Object>> rows, String hash, ZonedDateTime now) {
        write(transaction -> {
            run(transaction, DEMO_ACCOUNTS_STATEMENT, Map.of("rows", rows, "hash", hash, "now", now));
            return true;
        });
    }

    private static void run(Transaction transaction, String statement, Map<String, Object> parameters) {
        transaction.run(statement, parameters).consume();
    }

    private <T> @Nullable T one(String statement, Map<String, @Nullable Object> parameters, Function<Record, T> read) {
        readiness.check();
        try (Session opened = driver.session(session)) {
            List<Record> rows = opened.executeRead(
                    transaction -> transaction.run(statement, parameters).list());
            return rows.isEmpty() ? null : read.apply(rows.get(0));
        }
    }

    private <T extends @Nullable Object> T write(Function<Transaction, T> work) {
        readiness.check();
        try (Session opened = driver.session(session);
                Transaction transaction = opened.beginTransaction()) {
            T result = work.apply(transaction);
            transaction.commit();
            return result;
        }
    }
}
