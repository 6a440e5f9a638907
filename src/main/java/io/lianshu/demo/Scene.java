package io.lianshu.demo;

import io.lianshu.demo.District.Made;
import java.time.LocalDate;
import java.util.List;

/**
 * An opened lot in which something may be planted.
 *
 * @param rows rows of its bids that are valid, made by one company on its own machine and secured by a transfer
 */
record Scene(Made made, int place, List<Integer> rows) {

    String lot() {
        return made.lot(place);
    }

    List<String> lots() {
        return List.of(lot());
    }

    LocalDate openedOn() {
        return made.openedOn(place);
    }

    String bid(int actor) {
        return made.bids().cell(rows.get(actor), "bidNo");
    }

    String document(int actor) {
        return bid(actor).replace("TB", "WJ");
    }

    String deposit(int actor) {
        return bid(actor).replace("TB", "BZJ");
    }

    String company(int actor) {
        return made.bids().cell(rows.get(actor), "tenderer");
    }

    List<String> companies(int actors) {
        return rows.subList(0, actors).stream()
                .map(row -> made.bids().cell(row, "tenderer"))
                .toList();
    }

    /** The account that a company has by itself. */
    String account(int actor) {
        return made.find("bank-accounts", "number", "company", company(actor));
    }

    String name(int actor) {
        return made.find("companies", "name", "uscc", company(actor));
    }

    /** The row of a person's part in a bid. */
    int handler(String table, int actor, String role) {
        return made.rowsOf(table, "bidNo", bid(actor)).stream()
                .filter(row -> made.table(table).cell(row, "role").equals(role))
                .findFirst()
                .orElseThrow();
    }

    /** The same lot with two of its bids before the others. */
    Scene led(int first, int second) {
        List<Integer> others = rows.stream()
                .filter(row -> !row.equals(rows.get(first)) && !row.equals(rows.get(second)))
                .toList();
        List<Integer> ordered = new java.util.ArrayList<>(List.of(rows.get(first), rows.get(second)));
        ordered.addAll(others);
        return new Scene(made, place, List.copyOf(ordered));
    }
}
