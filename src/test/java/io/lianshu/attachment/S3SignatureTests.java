package io.lianshu.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples that Amazon prints in "Signature Calculations for the Authorization Header" of the S3 API. */
class S3SignatureTests {

    private static final Instant NOW = Instant.parse("2013-05-24T00:00:00Z");
    private static final String HOST = "https://examplebucket.s3.amazonaws.com";
    private static final S3Signature SIGNATURE =
            new S3Signature("us-east-1", "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    private static String signed(String method, String path, Map<String, String> headers, String hash) {
        return SIGNATURE
                .headers(method, URI.create(HOST + path), headers, hash, NOW)
                .get("authorization");
    }

    @Test
    void anObjectIsAskedFor() {
        assertThat(signed("GET", "/test.txt", Map.of("Range", "bytes=0-9"), S3Signature.NOTHING))
                .isEqualTo("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                        + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                        + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }

    @Test
    void anObjectIsSent() {
        assertThat(signed(
                        "PUT",
                        "/test%24file.text",
                        Map.of("Date", "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class", "REDUCED_REDUNDANCY"),
                        "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072"))
                .endsWith("Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    }

    @Test
    void aQueryIsSignedToo() {
        assertThat(signed("GET", "/?lifecycle", Map.of(), S3Signature.NOTHING))
                .endsWith("Signature=fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
    }

    @Test
    void theSecretIsInNoText() {
        assertThat(SIGNATURE.toString()).doesNotContain("wJalr");
    }
}
