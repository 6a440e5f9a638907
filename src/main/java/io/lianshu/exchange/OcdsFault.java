package io.lianshu.exchange;

import io.lianshu.exchange.mapping.Fault;

/** A part of a release that cannot become a row. */
final class OcdsFault extends Exception {

    private final String path;
    private final transient Fault fault;

    private OcdsFault(String path, Fault fault) {
        super(fault.english(), null, false, false);
        this.path = path;
        this.fault = fault;
    }

    static OcdsFault shape(String path, String chinese, String english) {
        return new OcdsFault(
                path,
                new Fault(
                        "OCDS_BAD_SHAPE",
                        "应为" + chinese,
                        "must be " + english,
                        "按 OCDS 1.1 的结构更正",
                        "correct it to the structure of OCDS 1.1"));
    }

    static OcdsFault noOcid() {
        return new OcdsFault(
                "ocid",
                new Fault(
                        "OCID_MISSING",
                        "此发布没有 ocid，整个发布未导入",
                        "this release has no ocid, nothing of it was imported",
                        "补上 ocid",
                        "give it its ocid"));
    }

    static OcdsFault unknownParty(String path) {
        return new OcdsFault(
                path,
                new Fault(
                        "PARTY_UNKNOWN",
                        "parties 中没有此 id 的单位",
                        "no party of the release has this id",
                        "在 parties 中加上该单位，或更正 id",
                        "add the organisation to parties, or correct the id"));
    }

    static OcdsFault noLot(String path) {
        return new OcdsFault(
                path,
                new Fault(
                        "LOT_MISSING",
                        "未指明标段，而 tender.lots 已划分标段",
                        "names no lot, though tender.lots has lots",
                        "在 relatedLots 中写明标段 id",
                        "name the lot's id in relatedLots"));
    }

    static OcdsFault unknownLot(String path) {
        return new OcdsFault(
                path,
                new Fault(
                        "LOT_UNKNOWN",
                        "tender.lots 中没有此 id 的标段",
                        "no lot of tender.lots has this id",
                        "更正 relatedLots，或在 tender.lots 中加上该标段",
                        "correct relatedLots, or add the lot to tender.lots"));
    }

    static OcdsFault severalLots(String path) {
        return new OcdsFault(
                path,
                new Fault(
                        "SEVERAL_LOTS",
                        "涉及多个标段，金额无法分到各标段",
                        "concerns several lots, whose amounts cannot be told apart",
                        "每个标段各写一条",
                        "write one entry for each lot"));
    }

    static OcdsFault unknownAward(String path) {
        return new OcdsFault(
                path,
                new Fault(
                        "AWARD_UNKNOWN",
                        "此发布的 awards 中没有 awardID 所指的中标结果",
                        "awardID names no award of this release",
                        "在同一发布中加上该 award，或更正 awardID",
                        "add the award to the same release, or correct awardID"));
    }

    static OcdsFault currency(String path) {
        return new OcdsFault(
                path,
                new Fault(
                        "CURRENCY_DIFFERS",
                        "币种与标段的币种不同，金额不可相比",
                        "is in another currency than its lot, so amounts cannot be compared",
                        "换算为标段的币种",
                        "convert it into the lot's currency"));
    }

    /** Steps from the release on. */
    String path() {
        return path;
    }

    Fault fault() {
        return fault;
    }
}
