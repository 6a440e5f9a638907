package io.lianshu.exchange;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 64-bit hashes of ids and values, well mixed; equal hashes of different things are as good as impossible here. */
final class Fingerprint {

    private static final long START = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Fingerprint() {}

    static long of(String text) {
        return mixed(with(START, text));
    }

    static long of(String one, String other, int kind) {
        return mixed(with(with(START + kind, one) * PRIME, other));
    }

    /** Of values by name, whatever their order; ciphertexts (…Enc), which never repeat, are left out. */
    static long of(int kind, Map<String, @Nullable Object> values) {
        long sum = kind * PRIME + values.size();
        for (Map.Entry<String, @Nullable Object> value : values.entrySet()) {
            if (!isCiphertext(value.getKey(), values)) {
                sum += mixed(with(with(START, value.getKey()) * PRIME, String.valueOf(value.getValue())));
            }
        }
        return mixed(sum);
    }

    /** Whether a property is the ciphertext of another that holds its hash. */
    static boolean isCiphertext(String property, Map<String, @Nullable Object> values) {
        return property.endsWith("Enc") && values.containsKey(property.substring(0, property.length() - 3) + "Hash");
    }

    private static long with(long hash, String text) {
        long result = hash;
        for (int i = 0; i < text.length(); i++) {
            result = (result ^ text.charAt(i)) * PRIME;
        }
        return result;
    }

    private static long mixed(long hash) {
        long h = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }
}
