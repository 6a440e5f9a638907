package io.lianshu.platform.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals as {@code v1.<key id>.<nonce and ciphertext in base64url>}; version and key id are authenticated too. */
final class KeyRingSealer implements Sealer {

    static final String VERSION = "v1";
    private static final Pattern DOT = Pattern.compile("\\.");
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final KeyRing keys;
    private final byte[] hashKey;
    private final SecureRandom random = new SecureRandom();

    KeyRingSealer(KeyRing keys) {
        this.keys = keys;
        this.hashKey = keys.subkey("hash");
    }

    @Override
    public String hash(String plain) {
        Mac mac = Hkdf.mac(hashKey);
        return written(mac.doFinal(plain.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String seal(String plain) {
        // Asked once: the key may be changed at any moment, and the head must name the one that seals.
        String id = keys.current();
        String head = VERSION + "." + id;
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            SecretKeySpec key = Objects.requireNonNull(keys.sealingKey(id));
            byte[] text = cipher(Cipher.ENCRYPT_MODE, key, nonce, head).doFinal(plain.getBytes(StandardCharsets.UTF_8));
            return head + "."
                    + written(ByteBuffer.allocate(NONCE + text.length)
                            .put(nonce)
                            .put(text)
                            .array());
        } catch (GeneralSecurityException e) {
            // The cause stays behind: its text could carry what was to be sealed.
            throw new IllegalStateException("Could not seal: " + e.getClass().getSimpleName());
        }
    }

    @Override
    public String open(String sealed) {
        String[] parts = DOT.split(sealed, -1);
        SecretKeySpec key = parts.length == 3 && parts[0].equals(VERSION) ? keys.sealingKey(parts[1]) : null;
        if (key == null) {
            return UNREADABLE;
        }
        try {
            byte[] body = Base64.getUrlDecoder().decode(parts[2]);
            byte[] nonce = Arrays.copyOf(body, NONCE);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, VERSION + "." + parts[1]);
            return new String(cipher.doFinal(body, NONCE, body.length - NONCE), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return UNREADABLE;
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String head)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(head.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static String written(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
