package io.lianshu.exchange;

/** Parts of an OCDS release that become rows, in the order in which they refer to each other. */
enum OcdsTable {
    PARTIES("parties"),
    TENDER("tender"),
    LOTS("tender/lots"),
    BIDS("bids/details"),
    AWARDS("awards"),
    CONTRACTS("contracts");

    private final String path;

    OcdsTable(String path) {
        this.path = path;
    }

    /** Where in a release it stands; also what the mapping calls it in the column {@code table}. */
    String path() {
        return path;
    }
}
