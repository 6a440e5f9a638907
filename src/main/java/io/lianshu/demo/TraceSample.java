package io.lianshu.demo;

import io.lianshu.demo.District.Made;
import java.util.List;

/** Where files of some bids came from, whom they name, who looked at them, and which were found alike. */
final class TraceSample {

    private static final String SHARED = "198.51.100.23";

    private final Table uploads =
            Table.of("document-uploads", "documentNo", "at", "address", "sharedNetwork", "deviceKind", "device");
    private final Table mentions = Table.of("document-mentions", "documentNo", "page", "kind", "named", "sealer");
    private final Table accesses =
            Table.of("access-records", "accessNo", "at", "action", "person", "lot", "lotRound", "address");
    private final Table fileAccesses =
            Table.of("file-access-records", "accessNo", "at", "action", "person", "documentNo", "deviceKind", "device");
    private final Table similar = Table.of("similar-bids", "bidNo", "text", "price", "boq", "method", "other");
    private final Table signatures = Table.of("bid-signatures", "bidNo", "kind", "value");
    private final Table withdrawals =
            Table.of("withdrawals", "bidNo", "round", "sequence", "withdrawnAt", "withdrawReason");

    TraceSample(Scope scope, OrganisationSample organisation, Made made) {
        Table bids = made.bids();
        Table documents = made.table("bid-documents");
        List<Integer> inside = made.bidsOf(made.lot(2));
        String officer = organisation.officers().get(1).idNumber();
        for (int i = 0; i < inside.size(); i++) {
            String bid = bids.cell(inside.get(i), "bidNo");
            uploads.add(
                    documents.find("documentNo", "bidNo", bid),
                    bids.cell(inside.get(i), "submittedAt"),
                    i < 2 ? SHARED : "203.0.113." + (10 + i),
                    "false",
                    "",
                    "");
        }
        for (int row : inside) {
            signatures.add(
                    bids.cell(row, "bidNo"),
                    "CA_CERT",
                    "WC-CA-" + bids.cell(row, "tenderer").substring(8));
        }
        for (int row : inside) {
            signatures.add(
                    bids.cell(row, "bidNo"),
                    "CA_CERT",
                    "WC-CA-" + bids.cell(row, "tenderer").substring(8));
        }
        String first = bids.cell(inside.get(0), "bidNo");
        String second = bids.cell(inside.get(1), "bidNo");
        String document = documents.find("documentNo", "bidNo", first);
        mentions.add(document, 37, "HEADER", bids.cell(inside.get(1), "tenderer"), "");
        mentions.add(document, 1, "SEAL", "", bids.cell(inside.get(0), "tenderer"));
        similar.add(first, "0.93", "0.88", "0.97", "simhash", second);
        String opened = made.openedAt(2);
        String withdrawn = opened.replace("T09:30", "T11:00");
        withdrawals.add(bids.cell(inside.get(3), "bidNo"), 1, 1, withdrawn, "开标后撤销投标");
        accesses.add("FW-000001", opened, "DECRYPT", officer, made.lot(2), 1, SHARED);
        // Somebody looked into a lot that is not opened, too; nobody sees that yet.
        accesses.add("FW-000002", opened, "DOWNLOAD", officer, made.lot(made.closedLot()), 1, "203.0.113.77");
        fileAccesses.add("FW-000003", opened, "VIEW", officer, document, "CPU", "BFEBFBFF000906EA");
        if (scope.grown()) {
            new BidTraces(scope, made).fill(uploads, signatures, mentions, similar, accesses, officer);
        }
    }

    List<Table> tables() {
        return List.of(uploads, mentions, accesses, fileAccesses, similar, withdrawals, signatures);
    }
}
