package io.lianshu.exchange;

import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Steps into a release that tell what is not where it should be; what is null or absent is empty. */
final class OcdsJson {

    private static final int PLAIN_DIGITS = 100;

    private OcdsJson() {}

    /** The object of this name; an empty one when there is none. */
    static JsonNode object(JsonNode owner, String name, String path) throws OcdsFault {
        JsonNode value = owner.path(name);
        if (isNothing(value)) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (!value.isObject()) {
            throw OcdsFault.shape(join(path, name), "对象 {…}", "an object {…}");
        }
        return value;
    }

    /** The entries of the array of this name; none when there is no such array. */
    static List<JsonNode> items(JsonNode owner, String name, String path) throws OcdsFault {
        JsonNode value = owner.path(name);
        if (isNothing(value)) {
            return List.of();
        }
        if (!value.isArray()) {
            throw OcdsFault.shape(join(path, name), "数组 […]", "an array […]");
        }
        return List.copyOf(value.values());
    }

    /** The text, number or truth value of this name as a cell; empty when there is none. */
    static String text(JsonNode owner, String name, String path) throws OcdsFault {
        return text(owner.path(name), join(path, name));
    }

    static String text(JsonNode value, String path) throws OcdsFault {
        if (isNothing(value)) {
            return "";
        }
        if (value.isContainer()) {
            throw OcdsFault.shape(path, "单个值", "a single value");
        }
        return value.isNumber() ? number(value.decimalValue()) : value.asString();
    }

    /** The value under a path of names. */
    static String text(JsonNode owner, List<String> names, String path) throws OcdsFault {
        JsonNode holder = owner;
        String place = path;
        for (String name : names.subList(0, names.size() - 1)) {
            holder = object(holder, name, place);
            place = join(place, name);
        }
        return text(holder, names.get(names.size() - 1), place);
    }

    /** The identifier of this scheme among {@code identifiers}; empty when there is none. */
    static String identifier(JsonNode owner, String scheme, String path) throws OcdsFault {
        String place = join(path, "identifiers");
        for (JsonNode identifier : items(owner, "identifiers", path)) {
            if (scheme.equals(text(identifier, "scheme", place))) {
                return text(identifier, "id", place);
            }
        }
        return "";
    }

    static String join(String path, String step) {
        return path.isEmpty() ? step : path + "/" + step;
    }

    static String join(String path, String step, int index) {
        return join(path, step) + "/" + index;
    }

    /** 1E7 is 10000000; an exponent that would fill the memory stays as it is and is refused as a number later. */
    private static String number(BigDecimal number) {
        return Math.abs((long) number.scale()) > PLAIN_DIGITS ? number.toString() : number.toPlainString();
    }

    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
