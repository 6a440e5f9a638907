package io.lianshu.demo;

import io.lianshu.demo.District.Made;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What every bid of a grown district leaves behind: where it was sent from, signed with and sealed by, and who opened it. */
final class BidTraces {

    private static final String OFFICE = "198.18.255.1";
    private static final int ADDRESSES = 250;

    private final Made made;
    private final Draws draws;
    private final Map<String, String> addresses = new HashMap<>();

    BidTraces(Scope scope, Made made) {
        this.made = made;
        this.draws = scope.draws("traces");
    }

    /** Adds to the sample's traces, which are those of its third lot. */
    void fill(Table uploads, Table signatures, Table mentions, Table similar, Table accesses, String officer) {
        int number = 100_000;
        for (int place = 0; place < made.lots(); place++) {
            List<Integer> inside = made.bidsOf(made.lot(place));
            for (int row : inside) {
                Table bids = made.bids();
                String bid = bids.cell(row, "bidNo");
                String document = bid.replace("TB", "WJ");
                String tenderer = bids.cell(row, "tenderer");
                String member = bids.cell(row, "member");
                mentions.put("documentNo", document, "page", 1, "kind", "SEAL", "sealer", tenderer);
                if (!member.isEmpty()) {
                    mentions.put("documentNo", document, "page", 2, "kind", "SEAL", "sealer", member);
                    mentions.put("documentNo", document, "page", 3, "kind", "TEXT", "named", member);
                }
                if (place != 2) {
                    uploads.put(
                            "documentNo",
                            document,
                            "at",
                            bids.cell(row, "submittedAt"),
                            "address",
                            address(tenderer),
                            "sharedNetwork",
                            "false");
                    signatures.put("bidNo", bid, "kind", "CA_CERT", "value", certificate(tenderer));
                }
            }
            if (made.isOpened(place)) {
                accesses.put(
                        "accessNo",
                        "FW-" + ++number,
                        "at",
                        made.openedAt(place),
                        "action",
                        "DECRYPT",
                        "person",
                        officer,
                        "lot",
                        made.lot(place),
                        "lotRound",
                        1,
                        "address",
                        OFFICE);
                compare(draws.several(2, inside), similar);
            }
        }
    }

    /** The certificate that a company signs with. */
    static String certificate(String company) {
        return "WC-CA-" + company.substring(8);
    }

    private String address(String company) {
        int place = addresses.size();
        return addresses.computeIfAbsent(
                company, any -> "198.18.%d.%d".formatted(place / ADDRESSES, place % ADDRESSES + 1));
    }

    /** Files of one lot have much in common; that is what a comparison finds as a rule. */
    private void compare(List<Integer> pair, Table similar) {
        similar.put(
                "bidNo",
                made.bids().cell(pair.get(0), "bidNo"),
                "other",
                made.bids().cell(pair.get(1), "bidNo"),
                "text",
                "0.%02d".formatted(draws.between(8, 45)),
                "price",
                "0.%02d".formatted(draws.between(20, 70)),
                "boq",
                "0.%02d".formatted(draws.between(5, 40)),
                "method",
                "simhash");
    }
}
