package io.lianshu.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a body's JSON is taken. */
class BodyShapeTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"query\": \"{ a }\"}",
                "{\"query\": \"{ a }\", \"variables\": {\"a\": {\"b\": [1, {\"a\": 2}]}}, \"operationName\": null, \"extensions\": {}}",
                "{\"query\": \"{ a }\", \"other\": [5]} "
            })
    void aSoundBodyIsTaken(String body) {
        assertThat(fits(body)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"query\": 5}",
                "{\"query\": [\"{ a }\"]}",
                "{\"query\": \"{ a }\", \"query\": \"{ b }\"}",
                "{\"query\": \"{ a }\", \"variables\": {\"a\": 1, \"a\": 2}}",
                "{\"query\": \"{ a }\", \"variables\": []}",
                "{\"query\": \"{ a }\", \"operationName\": true}",
                "{\"query\": \"{ a }\"} {}",
                "{\"query\": \"{ a }\"",
                "5"
            })
    void whatCouldBeReadInTwoWaysIsNot(String body) {
        assertThat(fits(body)).isFalse();
    }

    private static boolean fits(String body) {
        return BodyShape.fits(body.getBytes(StandardCharsets.UTF_8));
    }
}
