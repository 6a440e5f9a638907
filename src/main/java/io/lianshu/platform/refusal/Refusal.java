package io.lianshu.platform.refusal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something the hub will not do, said so that the caller can act on it. A room names its own by the outcome
 * ({@code VisitAlreadyClosed}); the code is stable and part of the API.
 */
public class Refusal extends RuntimeException {

    private final String code;
    private final Kind kind;
    private final @Nullable String field;
    private final String chinese;

    /**
     * @param code stable, upper case with underscores
     * @param field the argument or input field at fault, or null when none is
     * @param chinese the message in Chinese: field, what is wrong with the value, what would be right
     * @param english the same in English
     */
    public Refusal(String code, Kind kind, @Nullable String field, String chinese, String english) {
        super(english, null, false, false);
        this.code = code;
        this.kind = kind;
        this.field = field;
        this.chinese = chinese;
    }

    public static Refusal badInput(String code, @Nullable String field, String chinese, String english) {
        return new Refusal(code, Kind.BAD_REQUEST, field, chinese, english);
    }

    public String code() {
        return code;
    }

    public Kind kind() {
        return kind;
    }

    public @Nullable String field() {
        return field;
    }

    public String message(boolean inEnglish) {
        return inEnglish ? english() : chinese;
    }

    public String english() {
        return String.valueOf(getMessage());
    }

    /** What goes into a GraphQL error's {@code extensions}. */
    public Map<String, Object> extensions() {
        return field == null
                ? Map.of("code", code, "classification", kind.name())
                : Map.of("code", code, "classification", kind.name(), "field", field);
    }

    /** As a value of {@code CommandRefusal} in a payload. */
    public Map<String, @Nullable Object> typed(boolean inEnglish) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("code", code);
        said.put("field", field);
        said.put("message", message(inEnglish));
        return said;
    }

    /** The classes a client may branch on before it knows the code. */
    public enum Kind {
        BAD_REQUEST,
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        TOO_MUCH,
        UNAVAILABLE
    }
}
