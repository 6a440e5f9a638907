package io.lianshu.exchange;

import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.viewer.Viewer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes tenders as an OCDS release package, a page at a time. What it may tell is what its viewer may see: the read
 * compiler decides, as for any caller.
 */
@OwnsItsThread
@Component
final class OcdsExport {

    /** The role by which a party runs a tender for the one who buys; OCDS has none for it. */
    static final String AGENCY = "procuringAgency";

    private final AskedOperations operations;
    private final Clock clock;

    OcdsExport(AskedOperations operations, Clock clock) {
        this.operations = operations;
        this.clock = clock;
    }

    /**
     * What is exported, and for whom.
     *
     * @param from first day of the notice of tender; null: no matter
     * @param to last day of the notice of tender; null: no matter
     * @param codes of tenders on the trading platform; empty: all
     */
    record Choice(
            Viewer viewer,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            List<String> codes,
            Pages pages) {}

    /** Hears how far an export is. */
    interface Progress {

        /**
         * Some more are written.
         *
         * @param part of all tenders, 0 to 1
         */
        void reached(long tenders, double part);
    }

    /** Most that one question asks for. */
    record Pages(int tenders, int lots, int bids, int awards) {

        static final Pages USUAL = new Pages(20, 5, 20, 10);
    }

    /**
     * Writes all releases, and nothing when there is none.
     *
     * @return how many releases were written
     * @throws io.lianshu.platform.refusal.Refusal when nothing fits, or the file cannot be written
     */
    int run(Choice choice, OcdsPackage.Heading heading, Path file, Progress progress) {
        try (OcdsPackage written = OcdsPackage.begin(file, heading, clock.instant())) {
            Set<String> missing = new HashSet<>(choice.codes());
            @Nullable String after = null;
            do {
                JsonNode page = tenders(choice, after);
                for (Map.Entry<JsonNode, List<JsonNode>> tender :
                        withLots(page, choice).entrySet()) {
                    missing.remove(tender.getKey().path("tenderProjectCode").asString(""));
                    written.add(new OcdsTender(heading.ocidPrefix(), tender.getKey(), tender.getValue())
                            .release(clock.instant()));
                }
                progress.reached(
                        written.count(),
                        written.count() / Math.max(1.0, page.path("totalCount").asDouble()));
                after = next(page);
            } while (after != null);
            if (!missing.isEmpty()) {
                throw new ExportRefused("--tender", "没有招标项目 " + missing, "there is no tender " + missing);
            }
            if (written.count() == 0) {
                throw new ExportRefused("--ocds", "没有符合条件的招标项目，未写文件", "no tender fits, no file was written");
            }
            written.complete();
            return written.count();
        }
    }

    private JsonNode tenders(Choice choice, @Nullable String after) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("first", choice.pages().tenders());
        Map<String, Object> filter = filter(choice);
        if (!filter.isEmpty()) {
            variables.put("filter", filter);
        }
        if (after != null) {
            variables.put("after", after);
        }
        return operations.ask("analyst/OcdsTenders", variables, choice.viewer()).path("tenders");
    }

    private static Map<String, Object> filter(Choice choice) {
        Map<String, Object> filter = new HashMap<>();
        Map<String, Object> day = new HashMap<>();
        if (choice.from() != null) {
            day.put("gte", choice.from().toString());
        }
        if (choice.to() != null) {
            day.put("lte", choice.to().toString());
        }
        if (!day.isEmpty()) {
            filter.put("noticeOn", day);
        }
        if (!choice.codes().isEmpty()) {
            filter.put("tenderProjectCode", Map.of("in", choice.codes()));
        }
        return filter;
    }

    /** The page's tenders with all their lots, these with all their bids and awards. */
    private Map<JsonNode, List<JsonNode>> withLots(JsonNode page, Choice choice) {
        Map<String, JsonNode> tenders = new LinkedHashMap<>();
        page.path("edges")
                .forEach(edge -> tenders.put(edge.path("node").path("id").asString(), edge.path("node")));
        Map<JsonNode, List<JsonNode>> result = new LinkedHashMap<>();
        if (tenders.isEmpty()) {
            return result;
        }
        for (JsonNode tender : lots(List.copyOf(tenders.keySet()), null, choice)) {
            String id = tender.path("id").asString();
            List<JsonNode> lots = new ArrayList<>();
            JsonNode connection = tender.path("lots");
            take(connection, lots);
            for (String after = next(connection); after != null; after = next(connection)) {
                connection = lots(List.of(id), after, choice).path(0).path("lots");
                take(connection, lots);
            }
            lots.forEach(lot -> complete(lot, choice));
            JsonNode whole = tenders.get(id);
            if (whole != null) {
                result.put(whole, lots);
            }
        }
        return result;
    }

    private JsonNode lots(List<String> tenders, @Nullable String after, Choice choice) {
        Map<String, Object> variables = new HashMap<>(Map.of(
                "tenders", tenders,
                "lots", choice.pages().lots(),
                "bids", choice.pages().bids(),
                "awards", choice.pages().awards()));
        if (after != null) {
            variables.put("after", after);
        }
        return operations.ask("analyst/OcdsLots", variables, choice.viewer()).path("nodes");
    }

    /** Puts all bids and awards of a lot under the lot's own fields, as lists. */
    private void complete(JsonNode lot, Choice choice) {
        List<JsonNode> bids =
                rest(lot, "bids", "analyst/OcdsBids", choice.pages().bids(), choice);
        List<JsonNode> awards =
                rest(lot, "awards", "analyst/OcdsAwards", choice.pages().awards(), choice);
        ((ObjectNode) lot).putArray("bids").addAll(bids);
        ((ObjectNode) lot).putArray("awards").addAll(awards);
    }

    private List<JsonNode> rest(JsonNode lot, String field, String operation, int size, Choice choice) {
        List<JsonNode> all = new ArrayList<>();
        JsonNode connection = lot.path(field);
        take(connection, all);
        for (String after = next(connection); after != null; after = next(connection)) {
            Map<String, Object> variables = Map.of("lot", lot.path("id").asString(), "after", after, field, size);
            connection = operations
                    .ask(operation, variables, choice.viewer())
                    .path("node")
                    .path(field);
            take(connection, all);
        }
        return all;
    }

    private static void take(JsonNode connection, List<JsonNode> nodes) {
        connection.path("edges").forEach(edge -> nodes.add(edge.path("node")));
    }

    private static @Nullable String next(JsonNode connection) {
        JsonNode page = connection.path("pageInfo");
        return page.path("hasNextPage").asBoolean(false)
                ? page.path("endCursor").asString()
                : null;
    }
}
