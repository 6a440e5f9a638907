package io.lianshu.exchange.mapping;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.secret.Sealer;
import java.util.Map;
import java.util.Set;

/**
 * What a mapping is held against: the map of the graph, its Chinese terms, the values of its enums, the code lists;
 * and the keys that seal personal values.
 */
public record Vocabulary(GraphMap map, Terms terms, Map<String, Set<String>> enums, CodeLists codes, Sealer sealer) {}
