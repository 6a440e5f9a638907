package io.lianshu.platform.read;

import io.lianshu.platform.secret.Sealer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Seals so that a test can tell: reversed, and not found by looking for the plain text. */
final class SampleSealer implements Sealer {

    @Override
    public String hash(String plain) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String seal(String plain) {
        return "sealed " + new StringBuilder(plain).reverse();
    }

    @Override
    public String open(String sealed) {
        return new StringBuilder(sealed.substring(7)).reverse().toString();
    }
}
