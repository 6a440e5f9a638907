package io.lianshu.platform.secret;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The hub's keys. The last one seals and every one opens; the first is the root of whatever must never change, as the
 * hashes by which the graph joins.
 */
public final class KeyRing {

    /** Bytes of a key. */
    static final int LENGTH = 32;

    private final byte[] first;
    private final Map<String, SecretKeySpec> sealing = new LinkedHashMap<>();
    private final String current;

    /** The keys, oldest first, each of 32 random bytes. */
    KeyRing(List<byte[]> keys) {
        if (keys.isEmpty()) {
            throw new IllegalStateException("There is no key");
        }
        String last = "";
        for (byte[] key : keys) {
            if (key.length != LENGTH) {
                throw new IllegalStateException("A key has %d bytes, must have %d".formatted(key.length, LENGTH));
            }
            last = Base64.getUrlEncoder().withoutPadding().encodeToString(derive(key, "key id", 6));
            sealing.put(last, new SecretKeySpec(derive(key, "seal", LENGTH), "AES"));
        }
        this.first = keys.get(0).clone();
        this.current = last;
    }

    /** The keys of the settings; empty where there are none yet, and then none are made. */
    public static Optional<KeyRing> existing(KeySettings settings) {
        return settings.asValue() || Files.exists(settings.file())
                ? Optional.of(KeyFile.read(settings))
                : Optional.empty();
    }

    /** What tells one key from another without giving it away, oldest first. */
    public List<String> ids() {
        return List.copyOf(sealing.keySet());
    }

    /** A key of 32 bytes for one purpose, such as {@code cursors}; the same at every start. */
    public byte[] subkey(String purpose) {
        return derive(first, purpose, LENGTH);
    }

    /** Id of the key that seals now. */
    String current() {
        return current;
    }

    @Nullable
    SecretKeySpec sealingKey(String id) {
        return sealing.get(id);
    }

    private static byte[] derive(byte[] key, String purpose, int length) {
        return Hkdf.derive(key, new byte[0], ("lianshu " + purpose).getBytes(StandardCharsets.UTF_8), length);
    }
}
