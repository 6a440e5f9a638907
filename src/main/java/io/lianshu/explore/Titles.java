package io.lianshu.explore;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.secret.Mask;
import io.lianshu.platform.secret.Sealer;
import io.lianshu.platform.viewer.Viewer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What to call a node: its name, else the first part of its natural key that it has and the viewer may see, masked as
 * everywhere; else its type and the end of its id.
 */
@Component
final class Titles {

    private static final String NODE_TYPES = "node-type";
    private static final int LONGEST = 60;

    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final CodeLists codes;
    private final Sealer sealer;

    /** The fields that may name the nodes of a type. */
    private record Source(NodeType type, List<PropertyField> fields) {}

    private record Found(PropertyField field, String text) {}

    Titles(GraphMap map, CodeLists codes, Sealer sealer) {
        this.codes = codes;
        this.sealer = sealer;
        map.nodeTypes().forEach(type -> sources.put(type.label(), new Source(type, naming(type))));
    }

    private static List<PropertyField> naming(NodeType type) {
        Set<String> names = new LinkedHashSet<>();
        names.add("name");
        type.keys().forEach(names::addAll);
        return names.stream()
                .map(type.fields()::get)
                .filter(PropertyField.class::isInstance)
                .map(PropertyField.class::cast)
                .filter(field -> field.type().equals("String") && !field.list() && field.comparable())
                .filter(field -> !field.secrecy().sealed() || field.secrecy().mask() != null)
                .toList();
    }

    /** The properties that a statement must bring, in order, by label. */
    Map<String, List<String>> properties() {
        Map<String, List<String>> result = new LinkedHashMap<>();
        sources.forEach((label, source) ->
                result.put(label, source.fields().stream().map(Titles::stored).toList()));
        return result;
    }

    private static String stored(PropertyField field) {
        if (!field.secrecy().sealed()) {
            return field.property();
        }
        return field.property() + (isFingerprint(field) ? "Hash" : "Enc");
    }

    private static boolean isFingerprint(PropertyField field) {
        return Mask.FINGERPRINT.name().equals(field.secrecy().mask());
    }

    /** The title, without the type's name before it. */
    String title(NamedNode node, Viewer viewer) {
        Found found = find(node, viewer);
        return found == null ? nameless(node, viewer) : found.text();
    }

    /** The title as it stands in a sentence: a number says whose it is, a name needs no more. */
    String inSentence(NamedNode node, Viewer viewer) {
        Found found = find(node, viewer);
        if (found == null) {
            return nameless(node, viewer);
        }
        return found.field().name().equals("name") || isFingerprint(found.field())
                ? found.text()
                : type(node, viewer) + " " + found.text();
    }

    private @Nullable Found find(NamedNode node, Viewer viewer) {
        Source source = sources.get(node.label());
        if (source == null) {
            return null;
        }
        for (int index = 0;
                index < source.fields().size() && index < node.texts().size();
                index++) {
            PropertyField field = source.fields().get(index);
            Object text = node.texts().get(index);
            if (text instanceof String plain
                    && !plain.isBlank()
                    && field.visibility().admits(viewer)) {
                return new Found(field, shortened(shown(field, plain, viewer)));
            }
        }
        return null;
    }

    private String shown(PropertyField field, String stored, Viewer viewer) {
        String mask = field.secrecy().mask();
        if (mask == null) {
            return stored;
        }
        if (isFingerprint(field)) {
            return Mask.FINGERPRINT.apply(stored);
        }
        String plain = field.secrecy().sealed() ? sealer.open(stored) : stored;
        return viewer.hasAnyOf(field.secrecy().unmasked())
                ? plain
                : Mask.valueOf(mask).apply(plain);
    }

    private String nameless(NamedNode node, Viewer viewer) {
        return type(node, viewer) + " #"
                + node.id().substring(Math.max(0, node.id().length() - 4));
    }

    private String type(NamedNode node, Viewer viewer) {
        Source source = sources.get(node.label());
        return codes.label(
                NODE_TYPES, source == null ? node.label() : source.type().name(), viewer.speaksEnglish());
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
