package io.lianshu.platform.secret;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with HMAC-SHA-256 (RFC 5869), which Java has of itself only from version 25 on. */
final class Hkdf {

    private static final String HMAC = "HmacSHA256";
    private static final int BLOCK = 32;

    private Hkdf() {}

    static byte[] derive(byte[] key, byte[] salt, byte[] info, int length) {
        Mac extracting = mac(salt.length == 0 ? new byte[BLOCK] : salt);
        Mac expanding = mac(extracting.doFinal(key));
        byte[] out = new byte[0];
        byte[] block = new byte[0];
        for (int i = 1; out.length < length; i++) {
            expanding.update(block);
            expanding.update(info);
            expanding.update((byte) i);
            block = expanding.doFinal();
            int end = out.length;
            out = Arrays.copyOf(out, end + BLOCK);
            System.arraycopy(block, 0, out, end, BLOCK);
        }
        return Arrays.copyOf(out, length);
    }

    static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }
}
