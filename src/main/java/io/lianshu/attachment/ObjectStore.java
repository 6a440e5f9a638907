package io.lianshu.attachment;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps objects by their keys. An object is never changed once it is there. */
interface ObjectStore {

    /** No other text is a key; an import may have written any into the graph. */
    Pattern KEY = Pattern.compile("[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f]{32}(?:\\.small)?");

    /** The key of an object's small picture. */
    static String small(String key) {
        return key + ".small";
    }

    /**
     * Takes a file, whole or not at all; it may be gone afterwards. Waits.
     *
     * @param sha256 of its bytes, in hexadecimal digits
     * @throws AttachmentRefused when the store is away
     */
    void put(String key, Path file, String mime, String sha256);

    /** Removes an object, if it is there. Waits; fails like {@link #put}. */
    void remove(String key);

    /** The bytes; empty when there is no such object. Does not wait. */
    Mono<Flux<DataBuffer>> find(String key);
}
