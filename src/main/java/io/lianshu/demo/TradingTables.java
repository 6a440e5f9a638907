package io.lianshu.demo;

import java.util.List;

/** The columns of tenders, lots, bids and awards. */
final class TradingTables {

    final Table tenders = Table.of(
            "tenders",
            "tenderProjectCode",
            "identifierScheme",
            "identifierValue",
            "name",
            "category",
            "procurementMethod",
            "organisation",
            "mandatory",
            "phase",
            "agencyFee",
            "acceptsConsortium",
            "noticeOn",
            "project",
            "procuringEntity",
            "procuringDepartment",
            "agency",
            "platform",
            "supervisor",
            "basis");
    final Table lots = Table.of(
            "lots",
            "bidSectionCode",
            "round",
            "name",
            "category",
            "estimate",
            "controlPrice",
            "requiredDeposit",
            "currency",
            "bidDeadline",
            "documentsUntil",
            "openedAt",
            "status",
            "evaluatedAt",
            "endedAt",
            "endReason",
            "endNote",
            "tender",
            "retendersRound");
    final Table bids = Table.of(
            "bids",
            "bidNo",
            "lot",
            "lotRound",
            "round",
            "sequence",
            "tenderer",
            "submittedAt",
            "price",
            "rate",
            "durationDays",
            "valid",
            "rejectReason",
            "fileHash",
            "rank",
            "score",
            "member");
    final Table awards = Table.of(
            "awards",
            "noticeNo",
            "lot",
            "lotRound",
            "supplier",
            "status",
            "rank",
            "amount",
            "publicityFrom",
            "publicityTo",
            "noticeAt");

    List<Table> all() {
        return List.of(tenders, lots, bids, awards);
    }
}
