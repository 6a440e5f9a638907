package io.lianshu.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One release, and what the things that it refers to are called in the graph. */
final class OcdsRelease {

    private final String ocid;
    private final JsonNode whole;
    private final Map<String, Map<String, JsonNode>> byId = new HashMap<>();

    /**
     * What a lot is known by.
     *
     * @param currency of its amounts; empty when the release does not say
     */
    record LotKey(String bidSectionCode, String round, String currency) {}

    private OcdsRelease(String ocid, JsonNode whole) {
        this.ocid = ocid;
        this.whole = whole;
    }

    static OcdsRelease of(JsonNode whole) throws OcdsFault {
        if (!whole.isObject()) {
            throw OcdsFault.shape("", "一个发布，即对象 {…}", "a release, that is an object {…}");
        }
        String ocid = OcdsJson.text(whole, "ocid", "");
        if (ocid.isBlank()) {
            throw OcdsFault.noOcid();
        }
        return new OcdsRelease(ocid.strip(), whole);
    }

    String ocid() {
        return ocid;
    }

    JsonNode whole() {
        return whole;
    }

    /** Whether it tells about its tender at all; a release about awards alone may leave that out. */
    boolean hasTender() {
        return whole.path("tender").isObject();
    }

    JsonNode tender() throws OcdsFault {
        return OcdsJson.object(whole, "tender", "");
    }

    /** Whether the tender is bid for as one: nothing is said of lots. */
    boolean isUndivided() throws OcdsFault {
        JsonNode lots = tender().path("lots");
        return lots.isMissingNode() || lots.isNull();
    }

    /** The scheme of what this publisher calls by ids of its own: the two first parts of its ocids. */
    String publisher() {
        String[] parts = ocid.split("-", 3);
        return parts.length < 3 ? ocid : parts[0] + "-" + parts[1];
    }

    OcdsOrganisation organisation(JsonNode party, String path) throws OcdsFault {
        return OcdsOrganisation.of(party, publisher(), path);
    }

    /** The party that a reference names. */
    OcdsOrganisation referred(JsonNode reference, String path) throws OcdsFault {
        String id = reference.isObject() ? OcdsJson.text(reference, "id", path) : "";
        JsonNode party = found("parties", id);
        if (party == null) {
            throw OcdsFault.unknownParty(OcdsJson.join(path, "id"));
        }
        return organisation(party, "parties");
    }

    /** Puts the columns by which rows know the tender. */
    void tender(Map<String, String> cells) throws OcdsFault {
        String code = "";
        String scheme = "";
        String value = "";
        for (JsonNode identifier : OcdsJson.items(tender(), "identifiers", "tender")) {
            String theirs = OcdsJson.text(identifier, "scheme", "tender/identifiers");
            String id = OcdsJson.text(identifier, "id", "tender/identifiers");
            if (theirs.equals("tenderProjectCode")) {
                code = id;
            } else if (value.isEmpty()) {
                scheme = theirs;
                value = id;
            }
        }
        boolean named = !code.isEmpty() || (!scheme.isEmpty() && !value.isEmpty());
        cells.put("tenderProjectCode", code);
        cells.put("identifierScheme", named ? scheme : "ocid");
        cells.put("identifierValue", named ? value : ocid);
    }

    /** What a lot of {@code tender.lots} is called. */
    LotKey key(JsonNode lot, String path) throws OcdsFault {
        String code = OcdsJson.identifier(lot, "bidSectionCode", path);
        String round = OcdsJson.identifier(lot, "round", path);
        return new LotKey(
                code.isEmpty() ? within(OcdsJson.text(lot, "id", path)) : code,
                round.isEmpty() ? "1" : round,
                OcdsJson.text(lot, List.of("value", "currency"), path));
    }

    /** The lot of a tender that is not divided into lots: the tender itself. */
    LotKey wholeTender() throws OcdsFault {
        return new LotKey(ocid, "1", OcdsJson.text(tender(), List.of("value", "currency"), "tender"));
    }

    /** The one lot that a bid or an award is about. */
    LotKey lot(JsonNode owner, String path) throws OcdsFault {
        List<JsonNode> related = OcdsJson.items(owner, "relatedLots", path);
        if (related.isEmpty()) {
            return byBid(owner, path);
        }
        if (related.size() > 1) {
            throw OcdsFault.severalLots(OcdsJson.join(path, "relatedLots"));
        }
        String place = OcdsJson.join(path, "relatedLots/0");
        String id = OcdsJson.text(related.get(0), place);
        JsonNode lot = found("tender/lots", id);
        if (lot != null) {
            return key(lot, "tender/lots");
        }
        if (!hasTender()) {
            return new LotKey(within(id), "1", "");
        }
        throw OcdsFault.unknownLot(place);
    }

    private LotKey byBid(JsonNode owner, String path) throws OcdsFault {
        List<JsonNode> bids = OcdsJson.items(owner, "relatedBids", path);
        String id = bids.isEmpty()
                ? OcdsJson.text(owner, "relatedBid", path)
                : OcdsJson.text(bids.get(0), OcdsJson.join(path, "relatedBids/0"));
        JsonNode bid = id.isEmpty() ? null : found("bids/details", id);
        if (bid != null && !bid.path("relatedLots").isEmpty()) {
            return lot(bid, "bids/details");
        }
        if (isUndivided()) {
            return wholeTender();
        }
        throw OcdsFault.noLot(OcdsJson.join(path, "relatedLots"));
    }

    /** The award that a contract names. */
    JsonNode award(JsonNode contract, String path) throws OcdsFault {
        JsonNode award = found("awards", OcdsJson.text(contract, "awardID", path));
        if (award == null) {
            throw OcdsFault.unknownAward(OcdsJson.join(path, "awardID"));
        }
        return award;
    }

    /** An id that is unique within its contracting process, made unique everywhere. */
    String within(String id) {
        return ocid + "/" + id;
    }

    private @Nullable JsonNode found(String path, String id) throws OcdsFault {
        Map<String, JsonNode> known = byId.get(path);
        if (known == null) {
            known = new HashMap<>();
            for (JsonNode item : list(path)) {
                if (item.isObject()) {
                    known.putIfAbsent(OcdsJson.text(item, "id", path), item);
                }
            }
            byId.put(path, known);
        }
        return id.isEmpty() ? null : known.get(id);
    }

    /** The entries of a table of the release. */
    List<JsonNode> list(String path) throws OcdsFault {
        int slash = path.indexOf('/');
        if (slash < 0) {
            return OcdsJson.items(whole, path, "");
        }
        String holder = path.substring(0, slash);
        return OcdsJson.items(OcdsJson.object(whole, holder, ""), path.substring(slash + 1), holder);
    }
}
