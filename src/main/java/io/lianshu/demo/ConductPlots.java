package io.lianshu.demo;

import java.util.List;

/** How bidders, agencies and experts behave: 条例 39(3) and 41, and what only looks like it. */
final class ConductPlots {

    private final PlotGround ground;
    private int number;

    ConductPlots(PlotGround ground) {
        this.ground = ground;
    }

    /** @param round which time it is, from 0 */
    void plant(int round) {
        number = round;
        withdrawnThenHired();
        loserHired();
        agencysPerson();
        expertsPost();
        earlyAccess();
        favouredByExpert();
        plainWithdrawal();
        plainSubcontract();
    }

    private void withdrawnThenHired() {
        Scene scene = awarded();
        int last = scene.rows().size() - 1;
        withdraw(scene, last);
        String contract = hire(scene, scene.company(last));
        ground.truth()
                .guilty(
                        "39(3)",
                        "withdrawn-then-subcontractor",
                        scene.lots(),
                        List.of(winner(scene), scene.company(last)),
                        List.of("Bid " + scene.bid(last), "Contract " + contract),
                        "撤销投标后成为中标人的分包人",
                        "withdrew its bid and became the winner's subcontractor");
    }

    private void loserHired() {
        Scene scene = awarded();
        String second = ground.table("awards").cell(Scenes.award(scene) + 1, "supplier");
        String contract = hire(scene, second);
        ground.truth()
                .guilty(
                        "39(3)",
                        "loser-then-subcontractor",
                        scene.lots(),
                        List.of(winner(scene), second),
                        List.of("Contract " + contract, "Company " + second),
                        "落标后成为中标人的分包人",
                        "lost and became the winner's subcontractor");
    }

    private void agencysPerson() {
        Scene scene = ground.scenes().next();
        String agency = agency(scene.lot());
        String person = CompanyPlots.operatorOf(ground, agency);
        ground.table("company-people")
                .put(
                        "company",
                        scene.company(0),
                        "person",
                        person,
                        "role",
                        "SHAREHOLDER",
                        "share",
                        "0.1",
                        "from",
                        "2021-01-01");
        ground.truth()
                .guilty(
                        "41",
                        "agency-person-owns-bidder",
                        ground.made().lotsOf(scene.company(0)).stream()
                                .filter(lot -> agency(lot).equals(agency))
                                .toList(),
                        List.of(scene.company(0), agency),
                        List.of("Person " + person, "Bid " + scene.bid(0)),
                        "招标代理机构人员持有投标人股份",
                        "somebody of the agency holds shares of a bidder");
    }

    private void expertsPost() {
        Scene scene = ground.scenes().next();
        String expert = expert(scene, 1);
        ground.table("company-people")
                .put(
                        "company",
                        scene.company(0),
                        "person",
                        expert,
                        "role",
                        "STAFF",
                        "post",
                        "技术顾问",
                        "from",
                        "2021-06-01");
        ground.truth()
                .guilty(
                        "41",
                        "expert-works-for-bidder",
                        ground.made().lotsOf(scene.company(0)).stream()
                                .filter(lot -> ground.made().rowsOf("committees", "lot", lot).stream()
                                        .anyMatch(row -> ground.table("committees")
                                                .cell(row, "person")
                                                .equals(expert)))
                                .toList(),
                        List.of(scene.company(0)),
                        List.of("Person " + expert, "Bid " + scene.bid(0)),
                        "评标专家在投标人处任职",
                        "an expert of the committee works for a bidder");
    }

    /** Somebody of the agency looked into the lot on the evening before, from where a bidder sent its file. */
    private void earlyAccess() {
        Scene scene = ground.scenes().next();
        String agency = agency(scene.lot());
        String person = CompanyPlots.operatorOf(ground, agency);
        String address = ground.made().find("document-uploads", "address", "documentNo", scene.document(0));
        String access = "FW-%06d".formatted(900_000 + scene.place());
        ground.table("access-records")
                .put(
                        "accessNo",
                        access,
                        "at",
                        TradingSample.at(scene.openedOn().minusDays(1), 22, 13),
                        "action",
                        "DOWNLOAD",
                        "person",
                        person,
                        "lot",
                        scene.lot(),
                        "lotRound",
                        1,
                        "address",
                        address);
        ground.truth()
                .guilty(
                        "41",
                        "access-before-opening",
                        scene.lots(),
                        List.of(scene.company(0), agency),
                        List.of("AccessRecord " + access, "Person " + person, "IpAddress " + address),
                        "开标前夜代理机构人员从投标人上传地址访问标段",
                        "the agency looked into the lot before the opening, from a bidder's address");
    }

    private void favouredByExpert() {
        Scene scene = ground.scenes()
                .next(lot ->
                        !ground.made().rowsOf("scores", "bidNo", lot.bid(0)).isEmpty());
        Table scores = ground.table("scores");
        String expert = scores.cell(
                ground.made().rowsOf("scores", "bidNo", scene.bid(0)).get(0), "person");
        for (int actor = 0; actor < scene.rows().size(); actor++) {
            for (int row : ground.made().rowsOf("scores", "bidNo", scene.bid(actor))) {
                if (scores.cell(row, "person").equals(expert)) {
                    scores.set(row, "score", actor == 0 ? "29.8" : "17.%d".formatted(actor % 10));
                }
            }
        }
        ground.truth()
                .guilty(
                        "41",
                        "expert-bias",
                        scene.lots(),
                        scene.companies(1),
                        List.of("Person " + expert, "Bid " + scene.bid(0)),
                        "一名专家的打分明显偏离其他专家",
                        "one expert's scores stand far from the others'");
    }

    private void plainWithdrawal() {
        Scene scene = awarded();
        int last = scene.rows().size() - 1;
        withdraw(scene, last);
        ground.truth()
                .innocent(
                        "39(3)",
                        "withdrawal",
                        scene.lots(),
                        List.of(scene.company(last)),
                        List.of("Bid " + scene.bid(last)),
                        "撤销投标，与中标人再无往来",
                        "withdrew its bid and has nothing to do with the winner since");
    }

    private void plainSubcontract() {
        Scene scene = awarded();
        List<String> bidders = ground.made().bidsOf(scene.lot()).stream()
                .map(row -> ground.made().bids().cell(row, "tenderer"))
                .toList();
        String outsider = ground.companies().builders().stream()
                .skip(36 + number)
                .map(CompanySample.Firm::creditCode)
                .filter(code -> !bidders.contains(code))
                .findFirst()
                .orElseThrow();
        String contract = hire(scene, outsider);
        ground.truth()
                .innocent(
                        "39(3)",
                        "subcontractor",
                        scene.lots(),
                        List.of(winner(scene), outsider),
                        List.of("Contract " + contract),
                        "分包人未参加该标段投标",
                        "the subcontractor did not bid for the lot");
    }

    /** A lot with a contract, whose last plain bid is no candidate's. */
    private Scene awarded() {
        return ground.scenes()
                .next(scene -> ground.scenes().isAwarded(scene)
                        && ground.made().rowsOf("awards", "lot", scene.lot()).stream()
                                .noneMatch(row -> ground.table("awards")
                                        .cell(row, "supplier")
                                        .equals(scene.company(scene.rows().size() - 1))));
    }

    private String winner(Scene scene) {
        return ground.table("awards").cell(Scenes.award(scene), "supplier");
    }

    private void withdraw(Scene scene, int actor) {
        ground.table("withdrawals")
                .put(
                        "bidNo",
                        scene.bid(actor),
                        "round",
                        1,
                        "sequence",
                        1,
                        "withdrawnAt",
                        ground.made().openedAt(scene.place()).replace("T09:30", "T10:40"),
                        "withdrawReason",
                        "企业自身原因");
    }

    private String hire(Scene scene, String company) {
        String contract = ground.made().find("contracts", "contractNo", "lot", scene.lot());
        ground.table("subcontracts")
                .put(
                        "contract",
                        contract,
                        "amount",
                        "%d0000.00".formatted(ground.draws().between(40, 180)),
                        "agreedOn",
                        ground.made().find("contracts", "signedOn", "lot", scene.lot()),
                        "company",
                        company);
        return contract;
    }

    private String agency(String lot) {
        String tender = ground.made().find("lots", "tender", "bidSectionCode", lot);
        return ground.made().find("tenders", "agency", "tenderProjectCode", tender);
    }

    private String expert(Scene scene, int seat) {
        return ground.table("committees")
                .cell(ground.made().rowsOf("committees", "lot", scene.lot()).get(seat), "person");
    }
}
