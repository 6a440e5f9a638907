package io.lianshu.platform.map;

import io.lianshu.platform.viewer.Role;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A field of the SDL and where its value comes from. */
public sealed interface MapField {

    String name();

    /** Whether the SDL declares the field non-null. */
    boolean required();

    Visibility visibility();

    /** How many values a field has, and how they are handed out. */
    enum Plurality {
        ONE,
        LIST,
        CONNECTION
    }

    /**
     * A property of the node, relation or map.
     *
     * @param property its name there
     * @param type name of a scalar or enum, or {@code Code} or {@code GeoPoint}
     * @param codeList code list of a {@code Code}, or null
     * @param held whether an upload leaves it as it is once the node is there
     */
    record PropertyField(
            String name,
            String property,
            String type,
            boolean list,
            boolean required,
            @Nullable String codeList,
            boolean held,
            Secrecy secrecy,
            Visibility visibility)
            implements MapField {

        /** Whether nodes may be chosen, ordered or summed by it; not when a rule closes it for some of them. */
        public boolean comparable() {
            return visibility.rule() == null;
        }

        /** The same field, without its mask for some viewers of some nodes. */
        PropertyField exempting(List<Exemption> exemptions) {
            return new PropertyField(
                    name, property, type, list, required, codeList, held, secrecy.exempting(exemptions), visibility);
        }
    }

    /**
     * How a personal value is stored and shown.
     *
     * @param sealed whether it is stored as ciphertext with a keyed hash beside it
     * @param mask name of its mask, or null
     * @param unmasked roles that see it without the mask
     * @param exemptions rules by which others see it of some nodes
     */
    record Secrecy(boolean sealed, @Nullable String mask, Set<Role> unmasked, List<Exemption> exemptions) {

        public static final Secrecy NONE = new Secrecy(false, null, Set.of(), List.of());

        public Secrecy {
            unmasked = Set.copyOf(unmasked);
            exemptions = List.copyOf(exemptions);
        }

        Secrecy exempting(List<Exemption> more) {
            return new Secrecy(sealed, mask, unmasked, more);
        }
    }

    /**
     * Viewers who see a masked value of the nodes that satisfy a rule.
     *
     * @param to roles; empty for all
     * @param rule predicate file {@code room/name}
     */
    record Exemption(Set<Role> to, String rule) {

        public Exemption {
            to = Set.copyOf(to);
        }
    }

    /**
     * Nodes at the other end of a relation.
     *
     * @param relation relation type
     * @param outgoing whether it points away from the type that has the field
     * @param target node, interface or union type
     * @param atMost expected number of targets
     * @param properties record type of the relation's own properties, or null
     * @param gate predicate file {@code room/name} asked of the owner in place of the targets' own rule, or null
     * @param firstIds property in which a node keeps the ids of the targets that it was made with, or null
     * @param held whether an upload leaves it as it is once the node is there
     */
    record RelationField(
            String name,
            String relation,
            boolean outgoing,
            String target,
            Plurality plurality,
            int atMost,
            @Nullable String properties,
            @Nullable String gate,
            @Nullable String firstIds,
            boolean held,
            boolean required,
            Visibility visibility)
            implements MapField {}

    /**
     * What a statement file returns in its column {@code value}.
     *
     * @param statement {@code room/name}
     * @param type scalar, node, abstract or record type of a value
     */
    record StatementField(
            String name,
            String statement,
            String type,
            boolean list,
            int atMost,
            boolean required,
            Visibility visibility)
            implements MapField {}

    /**
     * A value that Java computes in batches.
     *
     * @param needs properties of the same node or map that the computation reads
     */
    record ComputedField(
            String name, String type, boolean list, List<String> needs, boolean required, Visibility visibility)
            implements MapField {}

    /** A node or map inside a map, or several. */
    record EntryField(String name, String type, boolean list, boolean required, Visibility visibility)
            implements MapField {}

    /** A root field over all nodes of a type. */
    record RootField(
            String name,
            String target,
            Plurality plurality,
            boolean required,
            boolean itemsRequired,
            Visibility visibility)
            implements MapField {}
}
