package io.lianshu.platform.http;

import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import io.lianshu.platform.refusal.Refusal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Measures one document: each fragment once, whatever the number of its spreads, so in time linear in its length. */
final class DocumentLimits {

    private static final Size NOTHING = new Size(0, 0, 0);
    private static final Set<String> WRAPPERS = Set.of("edges", "node");
    private static final long ENOUGH = Integer.MAX_VALUE;

    private final LimitSettings limits;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Size> measured = new HashMap<>();

    private DocumentLimits(Document document, LimitSettings limits) {
        this.limits = limits;
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    /**
     * Refuses a text with a number so long that reading it would take seconds, before it is parsed.
     *
     * @return the refusal, or null
     */
    static @Nullable Refusal beyond(String text, LimitSettings limits) {
        int row = 0;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            row = character >= '0' && character <= '9' ? row + 1 : 0;
            if (row > limits.digits()) {
                return BeyondLimit.digits(limits.digits());
            }
        }
        return null;
    }

    /** The first limit that an operation of the document is beyond, or null. */
    static @Nullable Refusal beyond(Document document, LimitSettings limits) {
        DocumentLimits measure = new DocumentLimits(document, limits);
        try {
            for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
                measure.check(operation);
                if (operation.getOperation() == Operation.SUBSCRIPTION
                        && measure.isConditional(operation.getSelectionSet(), new HashSet<>())) {
                    return conditional();
                }
            }
            // A fragment that nothing spreads is measured too: validation would walk it.
            measure.fragments.keySet().forEach(measure::fragment);
            return null;
        } catch (BeyondLimit e) {
            return e;
        }
    }

    private void check(OperationDefinition operation) {
        directives(operation);
        Size size = selection(operation.getSelectionSet());
        refuseBeyond("TOO_MANY_ROOT_FIELDS", "根字段", "root fields", size.fields, limits.rootFields());
        refuseBeyond("TOO_MANY_ALIASES", "别名", "aliases", size.aliases, limits.aliases());
        if (size.depth > limits.depth()) {
            throw BeyondLimit.depth(size.depth, limits.depth());
        }
    }

    private static Refusal conditional() {
        return Refusal.badInput(
                "BAD_QUERY",
                null,
                "subscription 的根字段不能带 @skip 或 @include",
                "the root field of a subscription takes no @skip or @include");
    }

    /** Whether a condition says what is at the root; graphql-java fails on a subscription whose root is empty. */
    private boolean isConditional(@Nullable SelectionSet set, Set<String> seen) {
        return set != null
                && set.getSelections().stream()
                        .anyMatch(selection -> selection instanceof DirectivesContainer<?> container
                                && (container.hasDirective("skip")
                                        || container.hasDirective("include")
                                        || isConditional(inside(selection, seen), seen)));
    }

    /** What a fragment has at its spread's level, once for each; null of a field. */
    private @Nullable SelectionSet inside(Selection<?> selection, Set<String> seen) {
        if (selection instanceof InlineFragment inline) {
            return inline.getSelectionSet();
        }
        if (selection instanceof FragmentSpread spread && seen.add(spread.getName())) {
            FragmentDefinition fragment = fragments.get(spread.getName());
            return fragment == null ? null : fragment.getSelectionSet();
        }
        return null;
    }

    private Size selection(@Nullable SelectionSet set) {
        if (set == null) {
            return NOTHING;
        }
        Size sum = NOTHING;
        for (Selection<?> selection : set.getSelections()) {
            sum = sum.and(selection(selection));
        }
        return sum;
    }

    private Size selection(Selection<?> selection) {
        if (selection instanceof Field field) {
            directives(field);
            Size inside = selection(field.getSelectionSet());
            long depth = field.getName().startsWith("__") ? 1 : inside.depth + levels(field);
            return new Size(1, inside.aliases + (field.getAlias() == null ? 0 : 1), depth);
        }
        if (selection instanceof InlineFragment inline) {
            directives(inline);
            return selection(inline.getSelectionSet());
        }
        if (selection instanceof FragmentSpread spread) {
            directives(spread);
            return fragment(spread.getName());
        }
        return NOTHING;
    }

    /** The wrappers of a connection are no level of their own: a relation followed is one level either way. */
    private static int levels(Field field) {
        return WRAPPERS.contains(field.getName()) ? 0 : 1;
    }

    private Size fragment(String name) {
        Size known = measured.get(name);
        if (known != null) {
            return known;
        }
        FragmentDefinition fragment = fragments.get(name);
        if (fragment == null) {
            return NOTHING;
        }
        // A fragment within itself counts as nothing here; validation refuses it.
        measured.put(name, NOTHING);
        directives(fragment);
        Size size = selection(fragment.getSelectionSet());
        measured.put(name, size);
        return size;
    }

    private void directives(DirectivesContainer<?> element) {
        List<?> directives = element.getDirectives();
        refuseBeyond(
                "TOO_MANY_DIRECTIVES", "单个字段的指令", "directives on one field", directives.size(), limits.directives());
    }

    private static void refuseBeyond(String code, String chinese, String english, long found, int limit) {
        if (found > limit) {
            throw BeyondLimit.document(code, chinese, english, found, limit);
        }
    }

    /** Fields at this level, aliases within and levels below, each growing no further than what is surely too much. */
    private record Size(long fields, long aliases, long depth) {

        Size and(Size other) {
            return new Size(
                    Math.min(ENOUGH, fields + other.fields),
                    Math.min(ENOUGH, aliases + other.aliases),
                    Math.max(depth, other.depth));
        }
    }
}
