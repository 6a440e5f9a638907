package io.lianshu.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the prices and awards of an analyst's answers say about firms that act together. */
final class PricesSeen {

    private static final double EVEN = 1e-3;
    private static final double CLOSE = 0.015;

    private final Map<String, JsonNode> lots;

    PricesSeen(Map<String, JsonNode> lots) {
        this.lots = lots;
    }

    boolean shows(Plant plant, String lot) {
        List<String> members = plant.companies();
        double[] prices = prices(lot, members);
        boolean all = prices.length == members.size();
        return switch (plant.kind()) {
            case "rotation-ring", "arithmetic-prices" -> all && areEven(prices, false);
            case "geometric-prices" -> all && areEven(prices, true);
            case "identical-prices" -> all && prices[0] == prices[1];
            case "cover-bidding" ->
                all && bidders(lot).equals(Set.copyOf(members)) && prices[prices.length - 1] / prices[0] - 1 < CLOSE;
            case "recurrent-winner" ->
                all && Math.abs(prices[1] / prices[0] - 1.02) < EVEN && isWonBy(lot, members.get(0));
            case "market-division" -> prices.length == 1 && members.stream().anyMatch(member -> isWonBy(lot, member));
            default -> throw new IllegalArgumentException("Prices say nothing about " + plant);
        };
    }

    /** How many of a plant's companies won one of its lots. */
    long winners(Plant plant) {
        return plant.companies().stream()
                .filter(company -> plant.lots().stream()
                        .anyMatch(lot -> winner(lots.get(lot)).equals(company)))
                .count();
    }

    /** A lot that was not awarded yet speaks against nobody. */
    private boolean isWonBy(String lot, String company) {
        String winner = winner(lots.get(lot));
        return winner.isEmpty() || winner.equals(company);
    }

    /** Whether sorted prices are apart by one step, or by one factor; equal prices are not. */
    private static boolean areEven(double[] prices, boolean byFactor) {
        double[] steps = IntStream.range(1, prices.length)
                .mapToDouble(place ->
                        byFactor ? Math.log(prices[place] / prices[place - 1]) : prices[place] - prices[place - 1])
                .toArray();
        double first = steps[0];
        return first > 0 && IntStream.range(0, steps.length).allMatch(i -> Math.abs(steps[i] / first - 1) < EVEN);
    }

    private double[] prices(String lot, List<String> companies) {
        return bids(lot)
                .filter(bid -> companies.contains(bid.at("/tenderer/uscc").asString()))
                .mapToDouble(bid -> Double.parseDouble(bid.path("price").asString()))
                .sorted()
                .toArray();
    }

    private Set<String> bidders(String lot) {
        Set<String> bidders = new HashSet<>();
        bids(lot).forEach(bid -> bidders.add(bid.at("/tenderer/uscc").asString()));
        return bidders;
    }

    private Stream<JsonNode> bids(String lot) {
        return nodes(lots.get(lot).path("bids"));
    }

    private static String winner(JsonNode lot) {
        return nodes(lot.path("awards"))
                .filter(award -> award.at("/status/code").asString().equals("AWARDED"))
                .map(award -> award.at("/supplier/uscc").asString())
                .findFirst()
                .orElse("");
    }

    private static Stream<JsonNode> nodes(JsonNode connection) {
        return StreamSupport.stream(connection.path("edges").spliterator(), false)
                .map(edge -> edge.path("node"));
    }
}
