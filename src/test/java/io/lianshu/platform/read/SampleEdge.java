package io.lianshu.platform.read;

import java.util.Map;

/**
 * A relation in memory.
 *
 * @param values its properties by field name; absent ones are not in the map
 */
record SampleEdge(String relation, SampleNode from, SampleNode to, Map<String, Object> values) {}
