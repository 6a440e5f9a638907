package io.lianshu.attachment;

import io.lianshu.platform.identifier.Sha256;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a request as Amazon's S3 wants it (AWS Signature Version 4, in one chunk, in the header). Paths are taken as they
 * are: nothing of a key has to be escaped.
 *
 * @param region such as {@code us-east-1}
 */
record S3Signature(String region, String accessKey, String secretKey) {

    /** The hash of a body that has no bytes. */
    static final String NOTHING = HexFormat.of().formatHex(Sha256.of(""));

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * The headers to send besides the host: those given, those of the signature, and the signature.
     *
     * @param headers to be signed as well, by their names
     * @param bodyHash SHA-256 of the body, in hexadecimal digits
     */
    Map<String, String> headers(String method, URI uri, Map<String, String> headers, String bodyHash, Instant now) {
        String second = SECOND.format(now);
        Map<String, String> sent = new TreeMap<>();
        headers.forEach((name, value) -> sent.put(name.toLowerCase(Locale.ROOT), value.strip()));
        sent.put("x-amz-content-sha256", bodyHash);
        sent.put("x-amz-date", second);
        Map<String, String> signed = new TreeMap<>(sent);
        signed.put("host", host(uri));
        String names = String.join(";", signed.keySet());
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        String request = String.join(
                "\n",
                method,
                uri.getRawPath(),
                query.isEmpty() || query.contains("=") ? query : query + "=",
                signed.entrySet().stream()
                        .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                        .collect(Collectors.joining()),
                names,
                bodyHash);
        String scope = second.substring(0, 8) + "/" + region + "/s3/aws4_request";
        String text = String.join("\n", ALGORITHM, second, scope, HexFormat.of().formatHex(Sha256.of(request)));
        String signature = HexFormat.of().formatHex(mac(key(second.substring(0, 8)), text));
        sent.put(
                "authorization",
                ALGORITHM + " Credential=" + accessKey + "/" + scope + ",SignedHeaders=" + names + ",Signature="
                        + signature);
        return sent;
    }

    /** As HTTP clients write it: the port only where it is not the scheme's own. */
    private static String host(URI uri) {
        int usual = "https".equals(uri.getScheme()) ? 443 : 80;
        return uri.getPort() < 0 || uri.getPort() == usual ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    private byte[] key(String day) {
        byte[] key = mac(("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8), day);
        key = mac(key, region);
        key = mac(key, "s3");
        return mac(key, "aws4_request");
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "S3Signature[" + region + "]";
    }
}
