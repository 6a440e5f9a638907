package io.lianshu.platform.secret;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hub's keys. The last one seals and every one opens; the first is the root of whatever must never change, as the
 * hashes by which the graph joins.
 */
public final class KeyRing {

    /** Bytes of a key. */
    static final int LENGTH = 32;

    private static final Logger log = LoggerFactory.getLogger(KeyRing.class);
    private static final int ID_LENGTH = 6;
    private static final long PAUSE_NANOS = 1_000_000_000;

    private final byte[] first;
    private final Supplier<List<byte[]>> source;
    private final LongSupplier changed;
    private volatile Keys keys;
    private volatile long seen;
    private long reloaded;

    /** Keys that seal and open, by id, oldest first. */
    private record Keys(Map<String, SecretKeySpec> sealing, String current) {}

    /** The keys, oldest first, each of 32 random bytes; there will never be others. */
    KeyRing(List<byte[]> keys) {
        this(keys, () -> keys, () -> 0);
    }

    /**
     * The keys of a source that another program may change.
     *
     * @param source asked again when it has changed, or when a value names a key that is not known
     * @param changed when the source was last changed
     */
    KeyRing(List<byte[]> keys, Supplier<List<byte[]>> source, LongSupplier changed) {
        this.keys = checked(keys);
        this.first = keys.get(0).clone();
        this.source = source;
        this.changed = changed;
        this.seen = changed.getAsLong();
    }

    private static Keys checked(List<byte[]> keys) {
        if (keys.isEmpty()) {
            throw new IllegalStateException("There is no key");
        }
        Map<String, SecretKeySpec> sealing = new LinkedHashMap<>();
        String last = "";
        for (byte[] key : keys) {
            if (key.length != LENGTH) {
                throw new IllegalStateException("A key has %d bytes, must have %d".formatted(key.length, LENGTH));
            }
            last = id(key);
            sealing.put(last, new SecretKeySpec(derive(key, "seal", LENGTH), "AES"));
        }
        return new Keys(sealing, last);
    }

    /** What a key is called in the values that it seals; tells nothing of the key. */
    static String id(byte[] key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(derive(key, "key id", ID_LENGTH));
    }

    /** The keys of the settings; empty where there are none yet, and then none are made. */
    public static Optional<KeyRing> existing(KeySettings settings) {
        return settings.asValue() || Files.exists(settings.file())
                ? Optional.of(KeyFile.read(settings))
                : Optional.empty();
    }

    /** A key of 32 bytes for one purpose, such as {@code cursors}; the same at every start. */
    public byte[] subkey(String purpose) {
        return derive(first, purpose, LENGTH);
    }

    /** Ids of all keys, oldest first. */
    public List<String> ids() {
        return List.copyOf(keys.sealing.keySet());
    }

    /** Id of the key that seals now; a key that another program has added or dropped counts from the next value on. */
    public String current() {
        long now = changed.getAsLong();
        if (now != seen) {
            seen = now;
            reload();
        }
        return keys.current;
    }

    /** Takes over keys that were added or dropped since; the first may not change. */
    public synchronized void reload() {
        List<byte[]> read = source.get();
        if (read.isEmpty() || !Arrays.equals(read.get(0), first)) {
            log.error("密钥文件的第一个密钥已变，忽略 / the first key is not the one it was; the change is not taken over");
            return;
        }
        keys = checked(read);
    }

    @Nullable
    SecretKeySpec sealingKey(String id) {
        SecretKeySpec key = keys.sealing.get(id);
        if (key == null) {
            reloadQuietly();
            key = keys.sealing.get(id);
        }
        return key;
    }

    /** Now and then only: a value of a lost key may come up a thousand times in one answer. */
    private synchronized void reloadQuietly() {
        long now = System.nanoTime();
        if (reloaded != 0 && now - reloaded < PAUSE_NANOS) {
            return;
        }
        reloaded = now;
        try {
            reload();
        } catch (RuntimeException e) {
            log.warn("密钥文件无法重读 / the key file cannot be read again: {}", e.getMessage());
        }
    }

    private static byte[] derive(byte[] key, String purpose, int length) {
        return Hkdf.derive(key, new byte[0], ("lianshu " + purpose).getBytes(StandardCharsets.UTF_8), length);
    }
}
