package io.lianshu.access;

import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.identifier.Sha256;
import io.lianshu.platform.secret.Sealer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refresh tokens: {@code <session>.<nonce>.<keyed hash of both>}. That a token was once given out shows by itself, so that
 * nobody can end a session by making tokens up; whether it still counts only the session knows, which keeps its hash.
 */
final class RefreshTokens {

    private static final Pattern DOT = Pattern.compile("\\.");
    private static final int NONCE = 16;

    private final Sealer sealer;
    private final SecureRandom random = new SecureRandom();

    RefreshTokens(Sealer sealer) {
        this.sealer = sealer;
    }

    String issue(String session) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        String head = session + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
        return head + "." + signature(head);
    }

    /** The session of a token that was given out; null for any other text. */
    @Nullable
    String session(String token) {
        String[] parts = DOT.split(token, -1);
        if (parts.length != 3 || !NodeId.isWellFormed(parts[0])) {
            return null;
        }
        byte[] expected = signature(parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, parts[2].getBytes(StandardCharsets.UTF_8)) ? parts[0] : null;
    }

    /** What the session keeps of a token. */
    static String hash(String token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(token));
    }

    private String signature(String head) {
        return sealer.hash("refresh token\n" + head);
    }
}
