package io.lianshu.platform.map;

import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.idl.TypeDefinitionRegistry;

/** A field's type taken apart: its name, and whether it is a list and may be null. */
record Reference(String name, boolean list, boolean required, boolean itemsRequired) {

    private static final String CONNECTION = "Connection";

    static Reference to(Type<?> type) {
        boolean required = type instanceof NonNullType;
        Type<?> inner = bare(type);
        if (inner instanceof ListType list) {
            Type<?> item = list.getType();
            return new Reference(((TypeName) bare(item)).getName(), true, required, item instanceof NonNullType);
        }
        return new Reference(((TypeName) inner).getName(), false, required, true);
    }

    private static Type<?> bare(Type<?> type) {
        return type instanceof NonNullType nonNull ? nonNull.getType() : type;
    }

    /** Whether it names a connection that is to be derived, not a type somebody wrote. */
    boolean isConnection(TypeDefinitionRegistry sdl) {
        return name.endsWith(CONNECTION) && sdl.getTypeOrNull(name) == null;
    }

    /** {@code Project} for {@code ProjectConnection}. */
    String connectionNode() {
        return name.substring(0, name.length() - CONNECTION.length());
    }
}
