package io.lianshu.platform.map;

import graphql.schema.idl.TypeDefinitionRegistry;

/**
 * The SDL of all rooms, read as the map of the graph and completed for clients.
 *
 * @param sdl what clients see: without the map's directives, with everything derived from them
 */
public record GraphSchema(GraphMap map, TypeDefinitionRegistry sdl) {

    /**
     * Takes the SDL over and changes it.
     *
     * @throws IllegalStateException naming the type and field that does not fit
     */
    public static GraphSchema of(TypeDefinitionRegistry sdl) {
        GraphMap map = GraphMapReader.read(sdl);
        SchemaDerivation.derive(sdl, map);
        return new GraphSchema(map, sdl);
    }
}
