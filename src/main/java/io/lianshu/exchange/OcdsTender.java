package io.lianshu.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A release out of what the graph says of one tender. Ids are the hub's own, which never change; the numbers of the
 * trading platform stand beside them as {@code identifiers}.
 */
final class OcdsTender {

    private static final Map<String, String> METHODS = Map.of(
            "OPEN", "open",
            "INVITED", "selective",
            "NEGOTIATION", "limited",
            "CONSULTATION", "limited",
            "INQUIRY", "limited",
            "COMPARISON", "limited",
            "SINGLE_SOURCE", "direct");
    private static final Map<String, String> CATEGORIES =
            Map.of("WORKS", "works", "GOODS", "goods", "SERVICES", "services");
    private static final Map<String, String> AWARDS =
            Map.of("CANDIDATE", "pending", "AWARDED", "active", "DROPPED", "cancelled");

    private final String ocid;
    private final JsonNode tender;
    private final List<JsonNode> lots;
    private final Map<String, ObjectNode> parties = new LinkedHashMap<>();
    private final Map<String, Set<String>> roles = new LinkedHashMap<>();

    /**
     * @param tender a node of {@code analyst/OcdsTenders}
     * @param lots nodes of {@code analyst/OcdsLots}, with all their bids and awards as lists
     */
    OcdsTender(String prefix, JsonNode tender, List<JsonNode> lots) {
        this.ocid = prefix + "-" + tender.path("id").asString();
        this.tender = tender;
        this.lots = lots;
    }

    ObjectNode release(Instant now) {
        String date = now.truncatedTo(ChronoUnit.SECONDS).toString();
        ObjectNode release = object();
        release.put("ocid", ocid).put("id", ocid + "-" + date).put("date", date);
        ArrayNode tags = release.putArray("tag").add("tender");
        release.put("initiationType", "tender").put("language", "zh");
        ArrayNode organisations = release.putArray("parties");
        JsonNode buyer = tender.path("procuringEntity");
        if (buyer.isObject()) {
            release.set("buyer", party(buyer, "buyer"));
        }
        JsonNode project = tender.path("project");
        if (project.isObject()) {
            ObjectNode budget = release.putObject("planning").putObject("budget");
            copy(project, "name", budget, "project");
            copy(project, "projectCode", budget, "projectID");
        }
        release.set("tender", tender());
        ArrayNode bids = JsonNodeFactory.instance.arrayNode();
        ArrayNode awards = JsonNodeFactory.instance.arrayNode();
        ArrayNode contracts = JsonNodeFactory.instance.arrayNode();
        for (JsonNode lot : lots) {
            lot.path("bids").forEach(bid -> bids.add(bid(bid, lot)));
            lot.path("awards").forEach(award -> {
                awards.add(award(award, lot));
                if (award.path("contract").isObject()) {
                    contracts.add(contract(award.path("contract"), award, lot));
                }
            });
        }
        if (!bids.isEmpty()) {
            release.putObject("bids").set("details", bids);
        }
        if (!awards.isEmpty()) {
            release.set("awards", awards);
            tags.add("award");
        }
        if (!contracts.isEmpty()) {
            release.set("contracts", contracts);
            tags.add("contract");
        }
        parties.forEach((id, party) -> {
            ArrayNode held = party.putArray("roles");
            roles.getOrDefault(id, Set.of()).forEach(held::add);
            organisations.add(party);
        });
        return release;
    }

    private ObjectNode tender() {
        ObjectNode result = object();
        copy(tender, "id", result, "id");
        ArrayNode identifiers = JsonNodeFactory.instance.arrayNode();
        identify(identifiers, "tenderProjectCode", tender.path("tenderProjectCode"));
        identify(identifiers, tender.path("identifierScheme").asString(""), tender.path("identifierValue"));
        result.set("identifiers", identifiers);
        copy(tender, "name", result, "title");
        JsonNode buyer = tender.path("procuringEntity");
        if (buyer.isObject()) {
            result.set("procuringEntity", party(buyer, "procuringEntity"));
        }
        if (tender.path("agency").isObject()) {
            party(tender.path("agency"), OcdsExport.AGENCY);
        }
        JsonNode method = tender.path("procurementMethod");
        if (method.isObject()) {
            coded(METHODS, method, result, "procurementMethod");
            copy(method, "label", result, "procurementMethodDetails");
        }
        if (tender.path("category").isObject()) {
            result.putArray("additionalProcurementCategories").add(code(tender.path("category")));
        }
        if (tender.path("noticeOn").isString()) {
            result.putObject("tenderPeriod").put("startDate", firstMoment(tender.path("noticeOn")));
        }
        ArrayNode parts = result.putArray("lots");
        lots.forEach(lot -> parts.add(lot(lot)));
        return result;
    }

    private static ObjectNode lot(JsonNode lot) {
        ObjectNode result = object();
        copy(lot, "id", result, "id");
        ArrayNode identifiers = result.putArray("identifiers");
        identify(identifiers, "bidSectionCode", lot.path("bidSectionCode"));
        identify(identifiers, "round", lot.path("round"));
        copy(lot, "name", result, "title");
        coded(CATEGORIES, lot.path("category"), result, "mainProcurementCategory");
        value(lot.path("controlPrice"), lot, result);
        if (!result.has("value") && lot.path("currency").isObject()) {
            result.putObject("value").put("currency", code(lot.path("currency")));
        }
        if (lot.path("bidDeadline").isString()) {
            result.putObject("tenderPeriod").set("endDate", lot.path("bidDeadline"));
        }
        if (lot.path("openedAt").isString()) {
            result.putObject("bidOpening").set("date", lot.path("openedAt"));
        }
        return result;
    }

    private ObjectNode bid(JsonNode bid, JsonNode lot) {
        ObjectNode result = object();
        copy(bid, "id", result, "id");
        ArrayNode identifiers = result.putArray("identifiers");
        identify(identifiers, "bidNo", bid.path("bidNo"));
        identify(identifiers, "round", bid.path("round"));
        identify(identifiers, "sequence", bid.path("sequence"));
        copy(bid, "submittedAt", result, "date");
        result.put("status", status(bid));
        ArrayNode tenderers = result.putArray("tenderers");
        if (bid.path("tenderer").isObject()) {
            tenderers.add(party(bid.path("tenderer"), "tenderer"));
        }
        bid.path("consortiumMembers").forEach(member -> tenderers.add(party(member, "tenderer")));
        value(bid.path("price"), lot, result);
        result.putArray("relatedLots").add(lot.path("id").asString());
        copy(bid, "rank", result, "rank");
        return result;
    }

    private static String status(JsonNode bid) {
        if (bid.path("withdrawnAt").isString()) {
            return "withdrawn";
        }
        JsonNode valid = bid.path("valid");
        return !valid.isBoolean() ? "pending" : valid.booleanValue() ? "valid" : "disqualified";
    }

    private ObjectNode award(JsonNode award, JsonNode lot) {
        ObjectNode result = object();
        copy(award, "id", result, "id");
        identify(result.putArray("identifiers"), "noticeNo", award.path("noticeNo"));
        coded(AWARDS, award.path("status"), result, "status");
        copy(award, "noticeAt", result, "date");
        value(award.path("amount"), lot, result);
        if (award.path("supplier").isObject()) {
            result.putArray("suppliers").add(party(award.path("supplier"), "supplier"));
        }
        result.putArray("relatedLots").add(lot.path("id").asString());
        copy(award, "rank", result, "rank");
        ObjectNode publicity = object();
        if (award.path("publicityFrom").isString()) {
            publicity.put("startDate", firstMoment(award.path("publicityFrom")));
        }
        if (award.path("publicityTo").isString()) {
            publicity.put("endDate", award.path("publicityTo").asString() + "T23:59:59+08:00");
        }
        if (!publicity.isEmpty()) {
            result.set("standstillPeriod", publicity);
        }
        return result;
    }

    private static ObjectNode contract(JsonNode contract, JsonNode award, JsonNode lot) {
        ObjectNode result = object();
        copy(contract, "id", result, "id");
        identify(result.putArray("identifiers"), "contractNo", contract.path("contractNo"));
        copy(award, "id", result, "awardID");
        value(contract.path("amount"), lot, result);
        if (contract.path("signedOn").isString()) {
            result.put("dateSigned", firstMoment(contract.path("signedOn")));
        }
        if (contract.path("days").isNumber()) {
            result.putObject("period").set("durationInDays", contract.path("days"));
        }
        return result;
    }

    /** Notes an organisation with a role, and refers to it. */
    private ObjectNode party(JsonNode organisation, String role) {
        String id = organisation.path("id").asString();
        parties.computeIfAbsent(id, unused -> organisation(organisation));
        roles.computeIfAbsent(id, unused -> new LinkedHashSet<>()).add(role);
        ObjectNode reference = object();
        reference.put("id", id);
        copy(organisation, "name", reference, "name");
        return reference;
    }

    private static ObjectNode organisation(JsonNode organisation) {
        ObjectNode result = object();
        copy(organisation, "id", result, "id");
        copy(organisation, "name", result, "name");
        ArrayNode identifiers = JsonNodeFactory.instance.arrayNode();
        identify(identifiers, OcdsOrganisation.USCC_SCHEME, organisation.path("uscc"));
        identify(identifiers, OcdsOrganisation.CODE_SCHEME, organisation.path("code"));
        identify(identifiers, organisation.path("identifierScheme").asString(""), organisation.path("identifierValue"));
        if (!identifiers.isEmpty()) {
            result.set("identifier", identifiers.remove(0));
            if (!identifiers.isEmpty()) {
                result.set("additionalIdentifiers", identifiers);
            }
        }
        result.putObject("details").put("type", organisation.path("__typename").asString());
        return result;
    }

    private static void identify(ArrayNode identifiers, String scheme, JsonNode id) {
        if (!scheme.isEmpty() && id.isValueNode() && !id.isNull()) {
            identifiers.addObject().put("scheme", scheme).put("id", id.asString());
        }
    }

    /** An amount in the lot's currency; nothing when there is none. */
    private static void value(JsonNode amount, JsonNode lot, ObjectNode result) {
        if (amount.isString()) {
            String currency = code(lot.path("currency"));
            result.putObject("value")
                    .put("amount", new BigDecimal(amount.asString()))
                    .put("currency", currency.isEmpty() ? "CNY" : currency);
        }
    }

    private static String firstMoment(JsonNode day) {
        return day.asString() + "T00:00:00+08:00";
    }

    private static String code(JsonNode coded) {
        return coded.path("code").asString("");
    }

    private static void coded(Map<String, String> words, JsonNode coded, ObjectNode result, String name) {
        String word = words.get(code(coded));
        if (word != null) {
            result.put(name, word);
        }
    }

    private static void copy(JsonNode from, String name, ObjectNode to, String as) {
        JsonNode value = from.path(name);
        if (!value.isMissingNode() && !value.isNull()) {
            to.set(as, value);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
