package io.lianshu.access;

import io.lianshu.platform.audit.AuditAction;
import io.lianshu.platform.audit.AuditEntry;
import io.lianshu.platform.audit.AuditTrail;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.GraphReadiness;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.read.NodeVisibility;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.refusal.Refusal.Kind;
import io.lianshu.platform.secret.Sealer;
import io.lianshu.platform.viewer.Viewer;
import io.lianshu.platform.write.WriteStatements;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.springframework.stereotype.Component;

/** Shows one masked value whole. The event is committed before the value leaves, and the value is kept nowhere. */
@Component
@OwnsItsThread
final class RevealGraph {

    private static final String COUNT_STATEMENT = CypherCatalog.statement("access", "count-reveal");

    private final Driver driver;
    private final SessionConfig session;
    private final GraphReadiness readiness;
    private final GraphMap map;
    private final NodeVisibility visibility;
    private final Sealer sealer;
    private final AuditTrail audit;
    private final Clock clock;
    private final RevealSettings settings;

    RevealGraph(
            Driver driver,
            SessionConfig session,
            GraphReadiness readiness,
            GraphMap map,
            NodeVisibility visibility,
            Sealer sealer,
            AuditTrail audit,
            Clock clock,
            RevealSettings settings) {
        this.driver = driver;
        this.session = session;
        this.readiness = readiness;
        this.map = map;
        this.visibility = visibility;
        this.sealer = sealer;
        this.audit = audit;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * The value.
     *
     * @throws Refusal when there is none that the viewer may see
     */
    String value(String node, String field, String reason, Viewer viewer) {
        readiness.check();
        NodeType type = NodeId.isWellFormed(node) ? map.ofKind(NodeId.kindOf(node)) : null;
        if (type == null) {
            throw refused("BAD_ID", Kind.BAD_REQUEST, "node", "不是本系统的编号", "is no id of this hub");
        }
        if (!(type.fields().get(field) instanceof PropertyField property)
                || property.secrecy().mask() == null
                || !property.visibility().admits(viewer)) {
            throw refused(
                    "BAD_FIELD",
                    Kind.BAD_REQUEST,
                    "field",
                    type.name() + " 没有这样的脱敏字段，或您的角色看不到它",
                    "is no masked field of " + type.name() + ", or not one that your role sees");
        }
        ZonedDateTime now = ZonedDateTime.now(clock);
        try (Session opened = driver.session(session);
                Transaction transaction = opened.beginTransaction()) {
            Object stored =
                    isSeen(transaction, type, node, viewer, now) ? stored(transaction, type, node, property) : null;
            if (!(stored instanceof String text)) {
                throw refused(
                        "NOT_FOUND", Kind.NOT_FOUND, "node", "没有此对象，或它没有这个值", "there is none, or it has no such value");
            }
            count(transaction, viewer, now);
            audit.append(
                    transaction,
                    new AuditEntry(
                            now,
                            AuditAction.REVEAL,
                            viewer.name(),
                            viewer.rights(),
                            "revealIdentifier",
                            node,
                            reason,
                            type.name() + "." + field));
            transaction.commit();
            return property.secrecy().sealed() ? sealer.open(text) : text;
        }
    }

    /** A viewer of demo mode's header has no account, and is not counted. */
    private void count(Transaction transaction, Viewer viewer, ZonedDateTime now) {
        List<Record> counted = transaction
                .run(COUNT_STATEMENT, Map.of("account", viewer.name(), "day", now.toLocalDate()))
                .list();
        int most = settings.reveals();
        if (most > 0 && !counted.isEmpty() && counted.get(0).get("before").asLong() >= most) {
            throw new Refusal(
                    "TOO_MANY_REVEALS",
                    Kind.TOO_MUCH,
                    null,
                    "您今天查看原值已达 " + most + " 次上限，请明天再试，或请管理员调整上限",
                    "You have seen " + most
                            + " values whole today, which is the limit; go on tomorrow, or have the limit raised");
        }
    }

    /** Tells the audit of one that was refused; what was asked for may be a personal value, so only an id is kept. */
    void refused(Refusal refusal, String node, Viewer viewer) {
        audit.append(new AuditEntry(
                ZonedDateTime.now(clock),
                AuditAction.COMMAND_REFUSED,
                viewer.name(),
                viewer.rights(),
                "revealIdentifier",
                NodeId.isWellFormed(node) ? node : null,
                null,
                refusal.code()));
    }

    private boolean isSeen(Transaction transaction, NodeType type, String node, Viewer viewer, ZonedDateTime now) {
        return transaction
                .run(
                        WriteStatements.satisfies(type.label(), visibility.predicate(type, viewer)),
                        Map.of("id", node, "viewer", viewer.asParameter(), "now", now))
                .single()
                .get("fits")
                .asBoolean();
    }

    private static @Nullable Object stored(
            Transaction transaction, NodeType type, String node, PropertyField property) {
        List<Record> rows = transaction
                .run(WriteStatements.readNodes(type.label()), Map.of("ids", List.of(node)))
                .list();
        String name = property.property() + (property.secrecy().sealed() ? "Enc" : "");
        return rows.isEmpty() ? null : rows.get(0).get("values").asMap().get(name);
    }

    private static Refusal refused(String code, Kind kind, String field, String chinese, String english) {
        return new Refusal(code, kind, field, field + "：" + chinese, field + ": " + english);
    }
}
