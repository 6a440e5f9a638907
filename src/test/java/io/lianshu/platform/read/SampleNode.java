package io.lianshu.platform.read;

import java.util.Map;

/** A node in memory: its values by field name, as plain Java values; absent ones are not in the map. */
record SampleNode(String type, String id, Map<String, Object> values) {

    Object value(String field) {
        return field.equals("id") ? id : values.get(field);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SampleNode node && node.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return type + " " + id;
    }
}
