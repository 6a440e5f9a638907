package io.lianshu.platform.read;

import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapType;
import io.lianshu.platform.map.MapType.AbstractType;
import io.lianshu.platform.map.MapType.NodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.IdentifiableElement;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReading;
import org.neo4j.cypherdsl.core.SymbolicName;

/**
 * The nodes that a list field stands for: all of a type or those along a relation, as far as the viewer sees them and
 * the field's filter, search and nearness admit them. Each {@link #match} reads them anew under fresh names.
 */
final class NodeSet {

    /**
     * One reading of the set.
     *
     * @param edge the relation's name, or null for a root field
     * @param score how well the search matches, or null without one
     * @param distance metres from the centre, or null without nearness
     */
    record Match(
            OngoingReading reading,
            SymbolicName node,
            @Nullable SymbolicName edge,
            @Nullable Expression score,
            @Nullable Expression distance) {

        /** What must be handed on by a WITH. */
        List<IdentifiableElement> names() {
            List<IdentifiableElement> result = new ArrayList<>();
            result.add(node);
            if (edge != null) {
                result.add(edge);
            }
            if (score instanceof SymbolicName name) {
                result.add(name);
            }
            return result;
        }
    }

    private final Compilation compilation;
    private final MapType target;
    private final @Nullable RelationField relation;
    private final @Nullable SymbolicName owner;
    private final SelectedField field;

    NodeSet(
            Compilation compilation,
            String target,
            @Nullable RelationField relation,
            @Nullable SymbolicName owner,
            SelectedField field) {
        this.compilation = compilation;
        this.target = compilation.map().type(target);
        this.relation = relation;
        this.owner = owner;
        this.field = field;
    }

    MapType target() {
        return target;
    }

    SelectedField field() {
        return field;
    }

    @Nullable
    RelationField relation() {
        return relation;
    }

    /** Whether the viewer sees none of them, whatever there is. */
    boolean isHidden() {
        return (relation != null && !compilation.admits(relation)) || compilation.hides(target.name());
    }

    /** Expected number of nodes. */
    int expected() {
        return relation == null ? 1000 : relation.atMost();
    }

    /** Names of the outside that a subquery over the set imports. */
    List<IdentifiableElement> imports() {
        return owner == null ? List.of() : List.of(owner);
    }

    Match match(Function<Match, Condition> further) {
        compilation.subquery();
        SymbolicName node = compilation.fresh("n");
        SymbolicName edge = relation == null || relation.properties() == null ? null : compilation.fresh("r");
        Operand search = field.argument("search");
        SymbolicName score = search == null ? null : compilation.fresh("s");
        Operand near = field.argument("near");
        PropertyField place = near == null ? null : place();
        Expression distance = near == null || place == null
                ? null
                : ValueConditions.distance(compilation, near, node.property(place.property()));
        Match names = new Match(Cypher.unwind(Cypher.listOf()).as(node), node, edge, score, distance);
        Condition condition = FilterCompiler.both(condition(node), further.apply(names));
        if (near != null && place != null) {
            condition = condition.and(ValueConditions.within(compilation, near, node.property(place.property())));
        }
        return new Match(reading(names, search, condition), node, edge, score, distance);
    }

    private OngoingReading reading(Match names, @Nullable Operand search, Condition condition) {
        Condition where = FilterCompiler.orTrue(condition);
        RelationField along = relation;
        SymbolicName from = owner;
        if (search == null || !(names.score() instanceof SymbolicName score)) {
            return along == null || from == null
                    ? Cypher.match(pattern(names.node())).where(where)
                    : Cypher.match(pattern(along, from, names)).where(where);
        }
        SearchText.requireOpen(compilation, target);
        var found = Cypher.call("db.index.fulltext.queryNodes")
                .withArgs(
                        Cypher.literalOf(((NodeType) target).fulltext()),
                        compilation.parameters().add(search, SearchText::toLucene))
                .yield(
                        Cypher.name("node").as(names.node()),
                        Cypher.name("score").as(score));
        return along == null || from == null
                ? found.with(names.node(), score).where(where)
                : found.match(pattern(along, from, names)).where(where);
    }

    private Node pattern(SymbolicName node) {
        return Patterns.node(compilation.map(), target.name(), node);
    }

    private Relationship pattern(RelationField along, SymbolicName from, Match names) {
        return Patterns.along(compilation.map(), along, from, names.node(), names.edge());
    }

    private Condition condition(SymbolicName node) {
        Condition seen = relation == null || owner == null
                ? compilation.visible(target.name(), node)
                : compilation.reachable(relation, owner, node);
        return FilterCompiler.both(
                seen, new FilterCompiler(compilation).of(field.argument("filter"), target.name(), node));
    }

    private @Nullable PropertyField place() {
        if (target instanceof AbstractType) {
            return null;
        }
        return target.fields().values().stream()
                .filter(candidate -> candidate instanceof PropertyField property
                        && property.type().equals("GeoPoint"))
                .map(PropertyField.class::cast)
                .findFirst()
                .orElse(null);
    }
}
