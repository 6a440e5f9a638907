package io.lianshu.exchange;

import io.lianshu.platform.identifier.UnifiedSocialCreditCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * An OCDS organisation by what it is called in the graph. Absent parts are empty.
 *
 * @param kind the GraphQL type: {@code Company} or {@code Department}
 * @param code of a department in the district's own systems
 * @param scheme register of an organisation without credit code; the publisher's own when it names none
 */
record OcdsOrganisation(String kind, String uscc, String code, String scheme, String value, String name) {

    static final String COMPANY = "Company";
    static final String DEPARTMENT = "Department";
    static final String USCC_SCHEME = "CN-USCC";
    static final String CODE_SCHEME = "departmentCode";

    /** Credit codes of party and government offices begin so; the second digit tells offices from other institutions. */
    private static final String OFFICE = "11";

    private static final Pattern USCC = Pattern.compile("[0-9A-Za-z]{18}");

    /** @param publisher scheme for what the release calls by its own ids only */
    static OcdsOrganisation of(JsonNode party, String publisher, String path) throws OcdsFault {
        String uscc = "";
        String code = "";
        String scheme = "";
        String value = "";
        JsonNode first = OcdsJson.object(party, "identifier", path);
        String place = OcdsJson.join(path, "identifier");
        for (JsonNode identifier : identifiers(party, first, path)) {
            String theirs = OcdsJson.text(identifier, "scheme", place);
            String id = OcdsJson.text(identifier, "id", place);
            if (id.isBlank()) {
                continue;
            }
            if (isUscc(theirs, id)) {
                uscc = uscc.isEmpty() ? id : uscc;
            } else if (theirs.equals(CODE_SCHEME)) {
                code = code.isEmpty() ? id : code;
            } else if (value.isEmpty()) {
                scheme = theirs.isBlank() ? publisher : theirs;
                value = id;
            }
        }
        if (uscc.isEmpty() && code.isEmpty() && value.isEmpty()) {
            scheme = publisher;
            value = OcdsJson.text(party, "id", path);
        }
        String name = OcdsJson.text(party, "name", path);
        return new OcdsOrganisation(
                kind(party, uscc, code, path),
                uscc,
                code,
                scheme,
                value,
                name.isBlank() ? OcdsJson.text(first, "legalName", place) : name);
    }

    private static List<JsonNode> identifiers(JsonNode party, JsonNode first, String path) throws OcdsFault {
        List<JsonNode> all = new ArrayList<>();
        all.add(first);
        all.addAll(OcdsJson.items(party, "additionalIdentifiers", path));
        return all;
    }

    /** Named by any Chinese list, or by none when its check digit is right. */
    private static boolean isUscc(String scheme, String id) {
        if (!USCC.matcher(id).matches()) {
            return false;
        }
        return scheme.isBlank()
                ? UnifiedSocialCreditCode.fault(id.toUpperCase(Locale.ROOT)) == null
                : scheme.toUpperCase(Locale.ROOT).startsWith("CN");
    }

    private static String kind(JsonNode party, String uscc, String code, String path) throws OcdsFault {
        JsonNode details = OcdsJson.object(party, "details", path);
        String said = OcdsJson.text(details.path("type"), OcdsJson.join(path, "details/type"));
        if (said.equals(COMPANY) || said.equals(DEPARTMENT)) {
            return said;
        }
        return !code.isEmpty() || uscc.startsWith(OFFICE) ? DEPARTMENT : COMPANY;
    }

    /** Puts the columns by which a row refers to it. */
    void refer(String role, Map<String, String> cells) {
        identify(role + "/", cells);
    }

    /** Puts the columns by which it is known, their names after the prefix. */
    void identify(String prefix, Map<String, String> cells) {
        cells.put(prefix + "kind", kind);
        cells.put(prefix + "uscc", uscc);
        cells.put(prefix + "code", code);
        cells.put(prefix + "identifierScheme", scheme);
        cells.put(prefix + "identifierValue", value);
    }
}
