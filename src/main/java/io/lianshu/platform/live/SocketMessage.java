package io.lianshu.platform.live;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message of the protocol graphql-transport-ws, well formed.
 *
 * @param id of the operation; null where the type has none
 * @param payload an object, or null
 */
record SocketMessage(
        Type type, @Nullable String id, @Nullable Map<String, Object> payload) {

    static final String PROTOCOL = "graphql-transport-ws";

    private static final int LONGEST_ID = 128;
    private static final Set<String> OBJECTS = Set.of("variables", "extensions");

    /** What a client may say. */
    enum Type {
        CONNECTION_INIT,
        PING,
        PONG,
        SUBSCRIBE,
        COMPLETE
    }

    /** The message, or null when the text is none of the protocol's. */
    static @Nullable SocketMessage of(String text, JsonMapper json) {
        JsonNode message;
        try {
            message = json.readTree(text);
        } catch (JacksonException e) {
            return null;
        }
        Type type = type(message.path("type"));
        JsonNode payload = message.path("payload");
        if (type == null || !(payload.isObject() || payload.isNull() || payload.isMissingNode())) {
            return null;
        }
        String id = null;
        if (type == Type.SUBSCRIBE || type == Type.COMPLETE) {
            id = message.path("id").isString() ? message.path("id").asString() : "";
            if (id.isEmpty() || id.length() > LONGEST_ID || (type == Type.SUBSCRIBE && !isOperation(payload))) {
                return null;
            }
        }
        return new SocketMessage(type, id, payload.isObject() ? object(payload, json) : null);
    }

    private static @Nullable Type type(JsonNode type) {
        return switch (type.isString() ? type.asString() : "") {
            case "connection_init" -> Type.CONNECTION_INIT;
            case "ping" -> Type.PING;
            case "pong" -> Type.PONG;
            case "subscribe" -> Type.SUBSCRIBE;
            case "complete" -> Type.COMPLETE;
            default -> null;
        };
    }

    private static boolean isOperation(JsonNode payload) {
        JsonNode name = payload.path("operationName");
        return payload.path("query").isString()
                && !payload.path("query").asString().isEmpty()
                && (name.isString() || name.isNull() || name.isMissingNode())
                && OBJECTS.stream()
                        .map(payload::path)
                        .allMatch(part -> part.isObject() || part.isNull() || part.isMissingNode());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(JsonNode payload, JsonMapper json) {
        return json.convertValue(payload, LinkedHashMap.class);
    }

    /** A message of the hub's. */
    static String written(String type, @Nullable String id, @Nullable Object payload, JsonMapper json) {
        Map<String, Object> message = new LinkedHashMap<>();
        if (id != null) {
            message.put("id", id);
        }
        message.put("type", type);
        if (payload != null) {
            message.put("payload", payload);
        }
        return json.writeValueAsString(message);
    }
}
