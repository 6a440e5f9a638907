package io.lianshu.platform.identifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;

/**
 * Ids of nodes: {@code <kind>_<26 characters>}, where kind is two to four lower-case letters and the rest 130 bits in
 * the lower-case base32 alphabet of RFC 4648.
 */
public final class NodeId {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 26;
    private static final SecureRandom RANDOM = new SecureRandom();

    private NodeId() {}

    public static boolean isWellFormed(String id) {
        int line = id.indexOf('_');
        return isKind(id, line) && id.length() == line + 1 + LENGTH && isTail(id, line + 1);
    }

    /**
     * The prefix that names the node's type.
     *
     * @throws IllegalArgumentException when the id is not well formed
     */
    public static String kindOf(String id) {
        if (!isWellFormed(id)) {
            throw new IllegalArgumentException("Not a node id");
        }
        return id.substring(0, id.indexOf('_'));
    }

    /** The id of the node with this natural key: the same for the same key, always and everywhere. */
    public static String of(String kind, List<String> key) {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("A natural key has at least one part");
        }
        MessageDigest digest = Sha256.begin();
        part(digest, kind);
        key.forEach(part -> part(digest, part));
        return written(kind, digest.digest());
    }

    /** The id of a node without a natural key. */
    public static String random(String kind) {
        byte[] bits = new byte[17];
        RANDOM.nextBytes(bits);
        return written(kind, bits);
    }

    /** Length before text, so that no two keys run together to the same bytes. */
    private static void part(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static String written(String kind, byte[] bits) {
        if (!isKind(kind, kind.length())) {
            throw new IllegalArgumentException("A kind is two to four lower-case letters, not " + kind);
        }
        StringBuilder id =
                new StringBuilder(kind.length() + 1 + LENGTH).append(kind).append('_');
        for (int bit = 0; bit < LENGTH * 5; bit += 5) {
            int pair = (bits[bit / 8] & 0xff) << 8 | (bit / 8 + 1 < bits.length ? bits[bit / 8 + 1] & 0xff : 0);
            id.append(ALPHABET.charAt(pair >> (11 - bit % 8) & 31));
        }
        return id.toString();
    }

    private static boolean isKind(String text, int end) {
        if (end < 2 || end > 4) {
            return false;
        }
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) < 'a' || text.charAt(i) > 'z') {
                return false;
            }
        }
        return true;
    }

    private static boolean isTail(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '2' || c > '7')) {
                return false;
            }
        }
        return true;
    }
}
