package io.lianshu.platform.read;

import java.util.List;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/** The response keys of an object in the selection's order, encoded once. */
final class Keys {

    private final String typeName;
    private final String[] names;
    private final SerializableString[] encoded;

    Keys(String typeName, List<String> names) {
        this.typeName = typeName;
        this.names = names.toArray(String[]::new);
        this.encoded = names.stream().map(SerializedString::new).toArray(SerializableString[]::new);
    }

    String typeName() {
        return typeName;
    }

    int size() {
        return names.length;
    }

    String name(int index) {
        return names[index];
    }

    SerializableString encoded(int index) {
        return encoded[index];
    }
}
