package sample;

import org.jspecify.annotations.Nullable;

class Name {

    int length(@Nullable String name) {
        return name.length();
    }
}
