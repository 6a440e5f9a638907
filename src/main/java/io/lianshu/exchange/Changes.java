package io.lianshu.exchange;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells what of given values differs from what the graph has. */
final class Changes {

    private Changes() {}

    /** Given values that differ; a ciphertext differs when the hash beside it does. */
    static Map<String, @Nullable Object> between(Map<String, Object> stored, Map<String, @Nullable Object> given) {
        Map<String, @Nullable Object> changes = new HashMap<>();
        given.forEach((property, value) -> {
            String compared = Fingerprint.isCiphertext(property, given)
                    ? property.substring(0, property.length() - 3) + "Hash"
                    : property;
            if (!same(stored.get(compared), given.get(compared))) {
                changes.put(property, value);
            }
        });
        return changes;
    }

    private static boolean same(@Nullable Object stored, @Nullable Object given) {
        if (stored == null || given == null) {
            return stored == given;
        }
        if (stored instanceof Long whole && given instanceof Integer number) {
            return whole == number.longValue();
        }
        if (stored instanceof ZonedDateTime one && given instanceof ZonedDateTime other) {
            return one.isEqual(other);
        }
        if (stored instanceof List<?> some && given instanceof List<?> others) {
            if (some.size() != others.size()) {
                return false;
            }
            for (int i = 0; i < some.size(); i++) {
                if (!same(some.get(i), others.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return stored.equals(given);
    }
}
