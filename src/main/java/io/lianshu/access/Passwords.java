package io.lianshu.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.util.function.SingletonSupplier;

/** Passwords as they are kept: Argon2id with 19 MiB, two passes and one lane, the least that OWASP recommends. */
final class Passwords {

    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 128;
    private static final int LEAST_DIFFERENT = 5;

    /** Examined in the place of what can be nobody's password, for the time that it takes. */
    private static final String NEVER = "never";

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(SALT, HASH, LANES, MEMORY_KIB, PASSES);
    private final SecureRandom random = new SecureRandom();
    private final Supplier<String> nobodys = SingletonSupplier.of(() -> hash(made()));

    String hash(String password) {
        return String.valueOf(encoder.encode(password));
    }

    /** Takes as long for an account that is not there ({@code null}) as for one that is. */
    boolean matches(String password, @Nullable String hash) {
        // The encoder does nothing for an empty text, and one of megabytes would take its time.
        boolean possible = !password.isEmpty() && password.length() <= LONGEST && isText(password);
        boolean equal = encoder.matches(possible ? password : NEVER, hash == null ? nobodys.get() : hash);
        return equal && hash != null && possible;
    }

    boolean mayBe(String password, String username) {
        return password.length() >= SHORTEST
                && password.length() <= LONGEST
                && isText(password)
                && password.codePoints().distinct().count() >= LEAST_DIFFERENT
                && !password.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT));
    }

    /** Without half a surrogate pair, which no UTF-8 is made of. */
    private static boolean isText(String password) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(password);
    }

    /** A password of 120 random bits. */
    String made() {
        byte[] bytes = new byte[15];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
