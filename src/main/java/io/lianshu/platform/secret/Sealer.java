package io.lianshu.platform.secret;

/** Keeps personal identifiers: ciphertext to store, and a keyed hash beside it by which equal ones are found. */
public interface Sealer {

    /** What {@link #open} gives for a value that no key of the hub opens. */
    String UNREADABLE = "（无法解密 unreadable）";

    /** HMAC-SHA-256 in base64url, 43 characters; the same for the same text as long as the first key stays. */
    String hash(String plain);

    /** AES-256-GCM; another text every time, and it names the key that opens it. */
    String seal(String plain);

    /** How every text begins that the key of this id has sealed. */
    static String beginning(String key) {
        return KeyRingSealer.VERSION + "." + key + ".";
    }

    /** A regular expression for whole texts that any other key than that of this id has sealed. */
    static String byOthers(String key) {
        return KeyRingSealer.VERSION + "\\.(?!" + key + "\\.)[A-Za-z0-9_-]{8}\\.[A-Za-z0-9_-]{38,}";
    }

    /** The plain text, or {@link #UNREADABLE}; never throws. */
    String open(String sealed);
}
