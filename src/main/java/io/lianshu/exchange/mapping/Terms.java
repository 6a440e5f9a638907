package io.lianshu.exchange.mapping;

import graphql.language.AbstractDescribedNode;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Chinese terms of types and fields: what stands last in brackets in their descriptions. */
public final class Terms {

    private static final Pattern BRACKETS = Pattern.compile("[(（]([^()（）]*\\p{IsHan}[^()（）]*)[)）]");
    private static final Pattern ALTERNATIVES = Pattern.compile("[，、/,;；]");

    private final Map<String, String> terms = new HashMap<>();

    private Terms() {}

    public static Terms of(TypeDefinitionRegistry sdl) {
        Terms result = new Terms();
        for (ObjectTypeDefinition type : sdl.getTypes(ObjectTypeDefinition.class)) {
            result.put(type.getName(), type);
            Stream.concat(
                            type.getFieldDefinitions().stream(),
                            sdl.objectTypeExtensions().getOrDefault(type.getName(), java.util.List.of()).stream()
                                    .flatMap(extension -> extension.getFieldDefinitions().stream()))
                    .forEach((FieldDefinition field) -> result.put(type.getName() + "." + field.getName(), field));
        }
        return result;
    }

    private void put(String name, AbstractDescribedNode<?> described) {
        String text = described.getDescription() == null
                ? ""
                : described.getDescription().getContent();
        BRACKETS.matcher(text)
                .results()
                .map((MatchResult found) -> ALTERNATIVES.split(found.group(1), 2)[0].strip())
                .reduce((before, last) -> last)
                .ifPresent(term -> terms.put(name, term));
    }

    @Nullable
    String type(String type) {
        return terms.get(type);
    }

    @Nullable
    String field(String type, String field) {
        return terms.get(type + "." + field);
    }
}
