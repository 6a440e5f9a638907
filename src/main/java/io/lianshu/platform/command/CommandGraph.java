package io.lianshu.platform.command;

import io.lianshu.platform.audit.AuditAction;
import io.lianshu.platform.audit.AuditEntry;
import io.lianshu.platform.audit.AuditTrail;
import io.lianshu.platform.feed.Feed;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.GraphReadiness;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.Sha256;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.secret.Sealer;
import io.lianshu.platform.write.WriteStatements;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;

/**
 * One transaction for each call: the client's key is claimed, the command does its part, and what it changed is recorded;
 * all of it is there afterwards or nothing.
 */
@OwnsItsThread
final class CommandGraph {

    private static final String COMMAND = "Command";
    private static final String CHANGED = "CHANGED";
    private static final int ATTEMPTS = 4;
    private static final String CLAIM = CypherCatalog.statement("platform", "claim-command");
    private static final String UNVEIL = CypherCatalog.statement("platform", "unveil-commands");
    private static final String REMEMBER = CypherCatalog.statement("platform", "remember-command");

    private final Driver driver;
    private final SessionConfig session;
    private final GraphReadiness readiness;
    private final Sealer sealer;
    private final Feed feed;
    private final AuditTrail audit;
    private final Duration timeout;
    private final Map<String, ClientCommand> commands = new HashMap<>();

    CommandGraph(
            Driver driver,
            SessionConfig session,
            GraphReadiness readiness,
            Sealer sealer,
            Feed feed,
            AuditTrail audit,
            CommandSettings settings,
            List<ClientCommand> commands) {
        this.driver = driver;
        this.session = session;
        this.readiness = readiness;
        this.sealer = sealer;
        this.feed = feed;
        this.audit = audit;
        this.timeout = settings.timeout();
        commands.forEach(command -> command.mutations().forEach(mutation -> this.commands.put(mutation, command)));
    }

    CommandOutcome run(CommandCall call) {
        readiness.check();
        ClientCommand command = commands.get(call.mutation());
        if (command == null) {
            throw new IllegalStateException("Nothing carries out " + call.mutation());
        }
        for (int attempt = 1; ; attempt++) {
            try {
                CommandOutcome outcome = attempt(command, call);
                return outcome.isRefused() ? refused(call, outcome) : outcome;
            } catch (RuntimeException e) {
                if (isTooLate(e)) {
                    throw tooLate();
                }
                if (!(e instanceof RetryableException) || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Whether the database has ended the transaction for the time that it took. */
    private static boolean isTooLate(RuntimeException fault) {
        return fault instanceof Neo4jException graph
                && (graph.code().contains("TimedOut") || graph.code().endsWith("Transaction.Terminated"));
    }

    private static Refusal tooLate() {
        return new Refusal(
                "COMMAND_TIMEOUT",
                Refusal.Kind.UNAVAILABLE,
                null,
                "操作超时，未作更改；请稍后用同一 clientMutationId 原样重发",
                "The command took too long and changed nothing; send the same again shortly, with the same clientMutationId");
    }

    private CommandOutcome attempt(ClientCommand command, CommandCall call) {
        TransactionConfig config =
                TransactionConfig.builder().withTimeout(timeout).build();
        try (Session opened = driver.session(session);
                Transaction transaction = opened.beginTransaction(config)) {
            String id = id(call);
            CommandOutcome before = claim(transaction, id, call);
            if (before != null) {
                return before;
            }
            CommandOutcome outcome = command.carryOut(call, transaction);
            if (!outcome.isRefused()) {
                remember(transaction, id, call, outcome);
                // The feed's end is locked before the audit's, here and everywhere.
                feed.append(transaction, outcome.events(), call.now());
                if (!outcome.veiled()) {
                    audit.append(transaction, entry(call, outcome));
                }
                unveil(transaction, outcome.unveiled());
                transaction.commit();
            }
            return outcome;
        }
    }

    /** Tells the audit of commands that nobody was to learn of before, each with the moment at which it was done. */
    private void unveil(Transaction transaction, List<String> nodes) {
        if (nodes.isEmpty()) {
            return;
        }
        transaction
                .run(UNVEIL, Map.of("subjects", nodes))
                .list()
                .forEach(row -> audit.append(
                        transaction,
                        new AuditEntry(
                                row.get("at").asZonedDateTime(),
                                AuditAction.COMMAND,
                                row.get("by").asString(),
                                row.get("roles").asString(""),
                                row.get("mutation").asString(),
                                row.get("subject").asString(),
                                row.get("reason").asString(null),
                                null)));
    }

    /** Tells the audit, by codes only: what the input says may be a personal value. */
    CommandOutcome refused(CommandCall call, CommandOutcome outcome) {
        ClientCommand command = commands.get(call.mutation());
        if (command != null && command.isVeiled(call.mutation())) {
            return outcome;
        }
        String codes = outcome.refusals().stream().map(Refusal::code).distinct().collect(Collectors.joining(", "));
        audit.append(new AuditEntry(
                call.now(),
                AuditAction.COMMAND_REFUSED,
                call.viewer().name(),
                call.viewer().rights(),
                call.mutation(),
                call.target(),
                null,
                codes));
        return outcome;
    }

    private static AuditEntry entry(CommandCall call, CommandOutcome outcome) {
        return new AuditEntry(
                call.now(),
                AuditAction.COMMAND,
                call.viewer().name(),
                call.viewer().rights(),
                call.mutation(),
                outcome.subject(),
                call.reason(),
                null);
    }

    /** Of its own for each account: what one account did is no answer to another. */
    private static String id(CommandCall call) {
        byte[] hash = Sha256.of(call.viewer().name() + '\n' + call.clientMutationId());
        return "cmd_" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    /** What came of the call when it was made before; null when it was not. A second call at once waits here. */
    private @Nullable CommandOutcome claim(Transaction transaction, String id, CommandCall call) {
        // Keyed, for an input may be little more than a telephone number, or a password.
        String fingerprint = sealer.hash(CanonicalText.of(List.of(call.mutation(), call.input())));
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("mutation", call.mutation());
        values.put("fingerprint", fingerprint);
        values.put("by", call.viewer().name());
        values.put("roles", call.viewer().rights());
        values.put("at", call.now());
        values.put("reason", call.reason());
        Record claimed =
                transaction.run(CLAIM, Map.of("id", id, "values", values)).single();
        if (claimed.get("fresh").asBoolean()) {
            return null;
        }
        if (!claimed.get("fingerprint").asString().equals(fingerprint)) {
            return CommandOutcome.refused(null, List.of(reused()));
        }
        return new CommandOutcome(
                claimed.get("subject").asString(null), List.of(), List.of(), List.of(), false, List.of());
    }

    private static Refusal reused() {
        return new Refusal(
                "CLIENT_MUTATION_ID_REUSED",
                Refusal.Kind.CONFLICT,
                "clientMutationId",
                "此 clientMutationId 已用于另一内容的操作，请换一个新的 UUID",
                "this clientMutationId was used for a command of other content; take a new UUID");
    }

    private static void remember(Transaction transaction, String id, CommandCall call, CommandOutcome outcome) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", id);
        values.put("subject", outcome.subject());
        values.put("veiled", outcome.veiled() ? true : null);
        transaction.run(REMEMBER, values).consume();
        for (NodeChange change : outcome.changes()) {
            List<String> names = new ArrayList<>();
            List<String> before = new ArrayList<>();
            List<String> after = new ArrayList<>();
            change.fields().forEach(field -> {
                names.add(field.name());
                before.add(marked(field.before()));
                after.add(marked(field.after()));
            });
            Map<String, Object> recorded = Map.of(
                    "at", call.now(), "label", change.label(), "fields", names, "before", before, "after", after);
            transaction
                    .run(
                            WriteStatements.createRelations(COMMAND, CHANGED, change.label()),
                            Map.of("rows", List.of(Map.of("from", id, "to", change.id(), "values", recorded))))
                    .consume();
        }
    }

    /** The graph's lists hold no nulls: a value has a mark before it, no value is the empty text. */
    private static String marked(@Nullable String value) {
        return value == null ? "" : "=" + value;
    }
}
