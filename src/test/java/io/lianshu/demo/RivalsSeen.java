package io.lianshu.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What an analyst's answers say about the companies of a plant in one of its lots. */
final class RivalsSeen {

    private final Map<String, JsonNode> files;
    private final Map<String, JsonNode> means;
    private final Map<String, JsonNode> ties;

    RivalsSeen(Map<String, JsonNode> files, Map<String, JsonNode> means, Map<String, JsonNode> ties) {
        this.files = files;
        this.means = means;
        this.ties = ties;
    }

    /** Whether the answers show what the plant says. */
    boolean shows(Plant plant, String lot) {
        String first = plant.companies().get(0);
        String other = plant.companies().get(plant.companies().size() - 1);
        return switch (plant.kind()) {
            case "same-machine" ->
                common(plant, files, lot, bid -> devices(bid, false)).size() >= 3;
            case "same-lock" -> has(common(plant, files, lot, bid -> devices(bid, false)), "DONGLE");
            case "same-file-code" -> has(common(plant, files, lot, bid -> devices(bid, false)), "FILE_CODE");
            case "one-component" ->
                common(plant, files, lot, bid -> devices(bid, false)).stream().allMatch(part -> part.startsWith("CPU"));
            case "public-terminal" ->
                common(plant, files, lot, bid -> devices(bid, true)).size() == 2;
            case "same-author" ->
                !common(plant, files, lot, bid -> texts(bid, "documents", "author"))
                        .isEmpty();
            case "same-file" ->
                !common(plant, files, lot, bid -> texts(bid, "documents", "sha256"))
                        .isEmpty();
            case "document-names-rival" ->
                texts(bid(files, lot, first), "documents", "mentions", "uscc").contains(other);
            case "sealed-by-rival" ->
                texts(bid(files, lot, first), "documents", "sealedBy", "uscc").contains(other);
            case "alike-documents" ->
                bid(files, lot, first).path("similarBids").toString().contains(other)
                        && bid(files, lot, first).path("similarBids").toString().contains("0.9");
            case "shared-network" ->
                common(plant, files, lot, this::networks).stream().allMatch(at -> at.startsWith("true"))
                        && !common(plant, files, lot, this::networks).isEmpty();
            case "office-at-bidders-address" ->
                common(plant, files, lot, this::networks).size() == 1
                        && texts(means.get(lot), "accesses", "accessNo").contains("FW-000001");
            case "same-operator" -> has(common(plant, means, lot, this::handlers), "OPERATOR");
            case "same-agent" -> has(common(plant, means, lot, this::handlers), "AUTHORISED_AGENT");
            case "same-manager" -> has(common(plant, means, lot, this::handlers), "PROJECT_MANAGER");
            case "same-team-member" -> has(common(plant, means, lot, this::handlers), "TEAM");
            case "namesakes" -> common(plant, means, lot, this::handlers).isEmpty();
            case "same-certificate" ->
                !common(plant, means, lot, bid -> texts(bid, "signedWith", "id"))
                        .isEmpty();
            case "insured-elsewhere" ->
                all(bid(means, lot, first), "handlers").stream()
                        .filter(handler -> handler.has("insuredBy"))
                        .anyMatch(
                                handler -> !texts(handler, "insuredBy", "uscc").isEmpty()
                                        && !texts(handler, "insuredBy", "uscc").contains(first));
            case "former-employer" ->
                texts(bid(means, lot, other), "handlers", "insuredBy", "uscc").containsAll(List.of(first, other));
            case "consortium" ->
                texts(bid(means, lot, first), "consortiumMembers", "uscc").contains(other)
                        && texts(bid(means, lot, first), "handlers", "insuredBy", "uscc")
                                .contains(other)
                        && texts(bid(files, lot, first), "documents", "mentions", "uscc")
                                .contains(other);
            case "same-account", "one-guarantor" ->
                !common(plant, means, lot, bid -> texts(bid, "deposits", "account", "id"))
                        .isEmpty();
            case "same-premium-payer" ->
                !common(plant, means, lot, bid -> texts(bid, "deposits", "premiums", "id"))
                        .isEmpty();
            case "same-annual-account" ->
                !common(plant, means, lot, bid -> texts(bid, "annualDeposit", "payments", "id"))
                        .isEmpty();
            case "withdrawal" -> !texts(bid(means, lot, first), "withdrawnAt").isEmpty();
            case "withdrawn-then-subcontractor" ->
                !texts(bid(means, lot, other), "withdrawnAt").isEmpty()
                        && hired(lot).contains(other);
            case "loser-then-subcontractor" -> hired(lot).contains(other) && bid(means, lot, other) != null;
            case "subcontractor" -> hired(lot).contains(other);
            case "access-before-opening" ->
                texts(means.get(lot), "accesses", "at").size() > 1;
            case "agency-person-owns-bidder" ->
                meet(
                        texts(means.get(lot), "tender", "agency", "staff", "id"),
                        texts(ties.get(first), "shareholders", "id"));
            case "expert-works-for-bidder" ->
                meet(texts(means.get(lot), "committees", "members", "id"), texts(ties.get(first), "staff", "id"));
            case "expert-bias" ->
                texts(bid(means, lot, first), "scores", "score").contains("29.8");
            case "share-in-procuring-entity" ->
                texts(ties.get(first), "holdings", "uscc")
                        .containsAll(texts(means.get(lot), "tender", "procuringEntity", "uscc"));
            case "same-legal-representative" -> tied(plant, "legalRepresentatives", "id");
            case "common-owner" -> tied(plant, "shareholders", "id");
            case "one-group" -> tied(plant, "memberships", "group");
            case "trade-association" -> tied(plant, "memberships", "association");
            case "same-telephone", "one-building" -> tied(plant, "contacts", "id");
            case "control" -> texts(ties.get(first), "controls", "uscc").contains(other);
            case "common-control" -> tied(plant, "controlledBy", "uscc");
            case "management" -> texts(ties.get(first), "manages", "uscc").contains(other);
            case "branch" ->
                texts(ties.get(first), "branches", "uscc").contains(other)
                        && bid(means, lot, first) == null
                        && bid(means, lot, other) != null;
            case "market-division",
                    "identical-prices",
                    "rotation-ring",
                    "cover-bidding",
                    "recurrent-winner",
                    "arithmetic-prices",
                    "geometric-prices" -> new PricesSeen(means).shows(plant, lot);
            default -> throw new IllegalArgumentException("Nobody knows how to look for " + plant);
        };
    }

    private boolean tied(Plant plant, String... path) {
        Set<String> common = texts(ties.get(plant.companies().get(0)), path);
        plant.companies().forEach(company -> common.retainAll(texts(ties.get(company), path)));
        return !common.isEmpty();
    }

    private Set<String> hired(String lot) {
        return texts(means.get(lot), "awards", "contract", "subcontractors", "uscc");
    }

    private static boolean meet(Set<String> some, Set<String> others) {
        return some.stream().anyMatch(others::contains);
    }

    private static boolean has(Set<String> values, String kind) {
        return values.stream().anyMatch(value -> value.startsWith(kind));
    }

    private static Set<String> devices(JsonNode bid, boolean hall) {
        return all(bid, "documents", "devices").stream()
                .filter(device -> device.path("publicTerminal").asBoolean(false) == hall)
                .map(device ->
                        device.at("/kind/code").asString() + device.path("id").asString())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Set<String> networks(JsonNode bid) {
        return all(bid, "documents", "uploadedFrom").stream()
                .map(at -> at.path("sharedNetwork").asString() + at.path("id").asString())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Set<String> handlers(JsonNode bid) {
        Set<String> handlers = new HashSet<>();
        bid.path("handlers")
                .path("edges")
                .forEach(edge -> handlers.add(
                        edge.at("/role/code").asString() + edge.at("/node/id").asString()));
        return handlers;
    }

    /** What the bids of all companies of a plant have in common. */
    private static Set<String> common(
            Plant plant, Map<String, JsonNode> lots, String lot, Function<JsonNode, Set<String>> values) {
        Set<String> common = null;
        for (String company : plant.companies()) {
            JsonNode bid = bid(lots, lot, company);
            Set<String> own = bid == null ? Set.of() : values.apply(bid);
            if (common == null) {
                common = new HashSet<>(own);
            } else {
                common.retainAll(own);
            }
        }
        return common;
    }

    private static JsonNode bid(Map<String, JsonNode> lots, String lot, String company) {
        return all(lots.get(lot), "bids").stream()
                .filter(bid -> bid.at("/tenderer/uscc").asString().equals(company))
                .findFirst()
                .orElse(null);
    }

    private static Set<String> texts(JsonNode from, String... path) {
        return all(from, path).stream()
                .filter(node -> !node.isNull() && !node.isMissingNode())
                .map(JsonNode::asString)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Every node at the end of a path, through lists and connections. */
    private static List<JsonNode> all(JsonNode from, String... path) {
        List<JsonNode> nodes = new ArrayList<>();
        if (from != null) {
            nodes.add(from);
        }
        for (String step : path) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode node : nodes) {
                JsonNode child = node.path(step);
                if (child.isArray()) {
                    child.forEach(next::add);
                } else if (child.has("edges")) {
                    child.path("edges").forEach(edge -> next.add(edge.path("node")));
                } else if (!child.isMissingNode() && !child.isNull()) {
                    next.add(child);
                }
            }
            nodes = next;
        }
        return nodes;
    }
}
