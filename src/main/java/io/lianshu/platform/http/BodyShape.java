package io.lianshu.platform.http;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Whether a body is the JSON object that a request must be: each key once, and each part of its own kind. */
final class BodyShape {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private BodyShape() {}

    /** Other values than these were turned into texts, and of keys that stand twice the last one was taken. */
    static boolean fits(byte[] body) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            int depth = 1;
            while (depth > 0) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    return false;
                }
                if (depth == 1 && token == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    token = parser.nextToken();
                    if (token == null || !fits(name, token)) {
                        return false;
                    }
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
            return parser.nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }

    private static boolean fits(String name, JsonToken value) {
        return switch (name) {
            case "query", "operationName", "id" -> value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NULL;
            case "variables", "extensions" -> value == JsonToken.START_OBJECT || value == JsonToken.VALUE_NULL;
            default -> true;
        };
    }
}
