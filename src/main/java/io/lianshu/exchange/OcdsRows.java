package io.lianshu.exchange;

import io.lianshu.exchange.OcdsRelease.LotKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Makes flat rows of releases, as {@code schema/import/ocds/releases.yaml} reads them. Most columns are named by their
 * path in the entry; those that say how a thing is known in the graph stand for what {@code identifiers} and ids say.
 */
final class OcdsRows {

    private static final List<String> PLAIN = List.of(
            "table",
            "ocid",
            "kind",
            "name",
            "uscc",
            "code",
            "identifierScheme",
            "identifierValue",
            "tenderProjectCode",
            "title",
            "procurementMethod",
            "procurementMethodDetails",
            "additionalProcurementCategories",
            "tenderPeriod/startDate",
            "planning/budget/projectID",
            "planning/budget/project",
            "bidSectionCode",
            "lotRound",
            "mainProcurementCategory",
            "value/amount",
            "value/currency",
            "tenderPeriod/endDate",
            "bidOpening/date",
            "bidNo",
            "bidRound",
            "sequence",
            "date",
            "status",
            "rank",
            "noticeNo",
            "standstillPeriod/startDate",
            "standstillPeriod/endDate",
            "contractNo",
            "dateSigned",
            "period/durationInDays");
    private static final List<String> ROLES = List.of("procuringEntity", "agency", "tenderer", "member", "supplier");
    private static final List<String> KNOWN_BY = List.of("kind", "uscc", "code", "identifierScheme", "identifierValue");

    static final List<String> HEADER = Stream.concat(
                    PLAIN.stream(),
                    ROLES.stream().flatMap(role -> KNOWN_BY.stream().map(part -> role + "/" + part)))
            .toList();
    private static final Map<String, Integer> PLACES = new HashMap<>();

    static {
        IntStream.range(0, HEADER.size()).forEach(place -> PLACES.put(HEADER.get(place), place));
    }

    private final OcdsRelease release;
    private final OcdsTable table;
    private final Out out;

    /** Receives what one table of one release holds. */
    interface Out {

        /**
         * An entry as a row; one entry may be several.
         *
         * @param item place of the entry in its array, less than 0 when the tender stands for it
         */
        void row(int item, String[] cells);

        /** An entry that cannot become a row, or a table that is none. */
        void broken(OcdsFault fault);
    }

    private OcdsRows(OcdsRelease release, OcdsTable table, Out out) {
        this.release = release;
        this.table = table;
        this.out = out;
    }

    static void of(OcdsRelease release, OcdsTable table, Out out) {
        new OcdsRows(release, table, out).all();
    }

    private void all() {
        try {
            if (table == OcdsTable.TENDER || (table == OcdsTable.LOTS && release.isUndivided())) {
                if (release.hasTender()) {
                    entry(-1, release.tender(), "tender");
                } else {
                    // What is there must at least be no other thing than a tender.
                    release.tender();
                }
                return;
            }
            List<JsonNode> items = release.list(table.path());
            for (int item = 0; item < items.size(); item++) {
                entry(item, items.get(item), table.path() + "/" + item);
            }
        } catch (OcdsFault e) {
            out.broken(e);
        }
    }

    private void entry(int item, JsonNode entry, String path) {
        try {
            if (!entry.isObject()) {
                throw OcdsFault.shape(path, "对象 {…}", "an object {…}");
            }
            Map<String, String> cells = new LinkedHashMap<>();
            cells.put("table", table.path());
            cells.put("ocid", release.ocid());
            switch (table) {
                case PARTIES -> party(item, entry, path, cells);
                case TENDER -> tender(item, entry, cells);
                case LOTS -> lot(item, entry, path, cells);
                case BIDS -> bid(item, entry, path, cells);
                case AWARDS -> award(item, entry, path, cells);
                case CONTRACTS -> contract(item, entry, path, cells);
            }
        } catch (OcdsFault e) {
            out.broken(e);
        }
    }

    private void party(int item, JsonNode party, String path, Map<String, String> cells) throws OcdsFault {
        OcdsOrganisation organisation = release.organisation(party, path);
        organisation.identify("", cells);
        cells.put("name", organisation.name());
        send(item, cells);
    }

    private void tender(int item, JsonNode tender, Map<String, String> cells) throws OcdsFault {
        release.tender(cells);
        copy(
                tender,
                "tender",
                cells,
                "title",
                "procurementMethod",
                "procurementMethodDetails",
                "tenderPeriod/startDate");
        for (JsonNode category : OcdsJson.items(tender, "additionalProcurementCategories", "tender")) {
            cells.putIfAbsent(
                    "additionalProcurementCategories",
                    OcdsJson.text(category, "tender/additionalProcurementCategories"));
        }
        copy(release.whole(), "", cells, "planning/budget/projectID", "planning/budget/project");
        JsonNode buyer = OcdsJson.object(tender, "procuringEntity", "tender");
        if (!buyer.isEmpty()) {
            release.referred(buyer, "tender/procuringEntity").refer("procuringEntity", cells);
        } else if (!OcdsJson.object(release.whole(), "buyer", "").isEmpty()) {
            release.referred(release.whole().path("buyer"), "buyer").refer("procuringEntity", cells);
        }
        agency(cells);
        send(item, cells);
    }

    private void agency(Map<String, String> cells) throws OcdsFault {
        List<JsonNode> parties = release.list("parties");
        for (int item = 0; item < parties.size(); item++) {
            String path = "parties/" + item;
            for (JsonNode role : OcdsJson.items(parties.get(item), "roles", path)) {
                if (OcdsExport.AGENCY.equals(OcdsJson.text(role, path + "/roles"))) {
                    release.organisation(parties.get(item), path).refer("agency", cells);
                    return;
                }
            }
        }
    }

    private void lot(int item, JsonNode lot, String path, Map<String, String> cells) throws OcdsFault {
        boolean undivided = release.isUndivided();
        put(undivided ? release.wholeTender() : release.key(lot, path), cells);
        release.tender(cells);
        inherited(lot, path, cells);
        // What the tender says holds for its lots that do not say it themselves.
        inherited(release.tender(), "tender", cells);
        copy(lot, path, cells, "title", "value/amount", "value/currency");
        send(item, cells);
    }

    private static void inherited(JsonNode teller, String path, Map<String, String> cells) throws OcdsFault {
        copy(teller, path, cells, "mainProcurementCategory", "tenderPeriod/endDate", "bidOpening/date");
    }

    private void bid(int item, JsonNode bid, String path, Map<String, String> cells) throws OcdsFault {
        String number = OcdsJson.identifier(bid, "bidNo", path);
        String round = OcdsJson.identifier(bid, "round", path);
        String sequence = OcdsJson.identifier(bid, "sequence", path);
        boolean named = !(number + round + sequence).isEmpty();
        cells.put("bidNo", named ? number : release.within(OcdsJson.text(bid, "id", path)));
        cells.put("bidRound", round);
        cells.put("sequence", sequence);
        LotKey lot = release.lot(bid, path);
        put(lot, cells);
        copy(bid, path, cells, "date", "status", "rank");
        amount(bid, path, lot, cells);
        List<JsonNode> tenderers = OcdsJson.items(bid, "tenderers", path);
        if (tenderers.isEmpty()) {
            throw OcdsFault.unknownParty(path + "/tenderers");
        }
        release.referred(tenderers.get(0), path + "/tenderers/0").refer("tenderer", cells);
        send(item, cells);
        for (int member = 1; member < tenderers.size(); member++) {
            release.referred(tenderers.get(member), OcdsJson.join(path, "tenderers", member))
                    .refer("member", cells);
            send(item, cells);
        }
    }

    /** A result with several winners is one row each; the amount, which is theirs together, goes to the first. */
    private void award(int item, JsonNode award, String path, Map<String, String> cells) throws OcdsFault {
        List<JsonNode> suppliers = OcdsJson.items(award, "suppliers", path);
        if (suppliers.isEmpty()) {
            return;
        }
        cells.put("noticeNo", OcdsJson.identifier(award, "noticeNo", path));
        LotKey lot = release.lot(award, path);
        put(lot, cells);
        copy(award, path, cells, "status", "date", "rank", "standstillPeriod/startDate", "standstillPeriod/endDate");
        amount(award, path, lot, cells);
        for (int supplier = 0; supplier < suppliers.size(); supplier++) {
            release.referred(suppliers.get(supplier), OcdsJson.join(path, "suppliers", supplier))
                    .refer("supplier", cells);
            send(item, cells);
            cells.remove("value/amount");
        }
    }

    private void contract(int item, JsonNode contract, String path, Map<String, String> cells) throws OcdsFault {
        JsonNode award = release.award(contract, path);
        LotKey lot = release.lot(award, "awards");
        put(lot, cells);
        List<JsonNode> suppliers = OcdsJson.items(award, "suppliers", "awards");
        if (suppliers.isEmpty()) {
            throw OcdsFault.unknownParty("awards/suppliers");
        }
        release.referred(suppliers.get(0), "awards/suppliers/0").refer("supplier", cells);
        String number = OcdsJson.identifier(contract, "contractNo", path);
        cells.put("contractNo", number.isEmpty() ? release.within(OcdsJson.text(contract, "id", path)) : number);
        copy(contract, path, cells, "dateSigned", "period/durationInDays");
        amount(contract, path, lot, cells);
        send(item, cells);
    }

    private static void amount(JsonNode owner, String path, LotKey lot, Map<String, String> cells) throws OcdsFault {
        copy(owner, path, cells, "value/amount");
        String currency = OcdsJson.text(owner, List.of("value", "currency"), path);
        if (!currency.isEmpty() && !lot.currency().isEmpty() && !currency.equals(lot.currency())) {
            throw OcdsFault.currency(path + "/value/currency");
        }
    }

    private static void put(LotKey lot, Map<String, String> cells) {
        cells.put("bidSectionCode", lot.bidSectionCode());
        cells.put("lotRound", lot.round());
    }

    /** Takes values over under their paths; what is there already stays. */
    private static void copy(JsonNode owner, String path, Map<String, String> cells, String... paths) throws OcdsFault {
        for (String column : paths) {
            String text = OcdsJson.text(owner, List.of(column.split("/", -1)), path);
            if (!text.isEmpty()) {
                cells.putIfAbsent(column, text);
            }
        }
    }

    private void send(int item, Map<String, String> cells) {
        String[] row = new String[HEADER.size()];
        Arrays.fill(row, "");
        cells.forEach((column, text) -> row[Objects.requireNonNull(PLACES.get(column), column)] = text);
        out.row(item, row);
    }
}
