package io.lianshu.demo;

import io.lianshu.demo.OrganisationSample.Human;
import java.util.List;

/** One person or contact for two bidders: 条例 40(2), 40(3) and 42(3), and what only looks like it. */
final class PeoplePlots {

    private final PlotGround ground;

    PeoplePlots(PlotGround ground) {
        this.ground = ground;
    }

    void plant() {
        sameHandler("40(2)", "same-operator", "bid-people", "OPERATOR", "投标经办人为同一人", "one operator handled both bids");
        sameHandler(
                "40(2)", "same-agent", "bid-people", "AUTHORISED_AGENT", "委托代理人为同一人", "one authorised agent for both");
        Scene managed = sameHandler(
                "40(3)",
                "same-manager",
                "bid-managers",
                "PROJECT_MANAGER",
                "项目负责人为同一人",
                "one project manager in both bids");
        insuredElsewhere(managed.lots(), managed.companies(2).subList(1, 2), managerOf(managed, 1), managed.bid(1));
        sameTeam();
        sameCertificate();
        sameTelephone();
        foreignManager();
        namesakes();
        formerEmployer();
        consortium();
        sameHouse();
        sharedNetwork();
    }

    private Scene sameHandler(String clause, String kind, String table, String role, String chinese, String english) {
        Scene scene = ground.scenes().next();
        String person = ground.table(table).cell(scene.handler(table, 0, role), "person");
        ground.table(table).set(scene.handler(table, 1, role), "person", person);
        ground.truth().guilty(clause, kind, scene.lots(), scene.companies(2), both(scene, person), chinese, english);
        return scene;
    }

    private void sameTeam() {
        Scene scene = ground.scenes().next();
        Human member = ground.organisation().outsider(ground.draws());
        for (int actor = 0; actor < 2; actor++) {
            ground.table("bid-managers").put("bidNo", scene.bid(actor), "role", "TEAM", "person", member.idNumber());
        }
        ground.truth()
                .guilty(
                        "40(3)",
                        "same-team-member",
                        scene.lots(),
                        scene.companies(2),
                        both(scene, member.idNumber()),
                        "项目班子成员为同一人",
                        "one team member in both bids");
    }

    private void sameCertificate() {
        Scene scene = ground.scenes().next();
        String certificate = BidTraces.certificate(scene.company(0));
        Table signatures = ground.table("bid-signatures");
        signatures.set(
                ground.made().rowsOf("bid-signatures", "bidNo", scene.bid(1)).get(0), "value", certificate);
        ground.truth()
                .guilty(
                        "40(2)",
                        "same-certificate",
                        scene.lots(),
                        scene.companies(2),
                        List.of("Bid " + scene.bid(0), "Bid " + scene.bid(1), "Device CA_CERT " + certificate),
                        "用同一数字证书签章",
                        "both bids are signed with one certificate");
    }

    private void sameTelephone() {
        Scene scene = ground.scenes().strangers();
        String telephone = ground.made().find("contacts", "value", "company", scene.company(0));
        reach(scene.company(1), "PHONE", telephone);
        ground.truth()
                .guilty(
                        "40(2)",
                        "same-telephone",
                        scene.lots(),
                        scene.companies(2),
                        List.of("Contact PHONE " + telephone),
                        "联系电话相同",
                        "both are reached under one telephone");
    }

    private void foreignManager() {
        Scene scene = ground.scenes().next();
        Human manager = ground.organisation().outsider(ground.draws());
        String payer = ground.companies().designers().get(0).creditCode();
        ground.table("social-insurance").put("person", manager.idNumber(), "from", "2020-06-01", "company", payer);
        ground.table("bid-managers")
                .set(scene.handler("bid-managers", 0, "PROJECT_MANAGER"), "person", manager.idNumber());
        insuredElsewhere(scene.lots(), scene.companies(1), manager.idNumber(), scene.bid(0));
    }

    private void insuredElsewhere(List<String> lots, List<String> companies, String person, String bid) {
        ground.truth()
                .guilty(
                        "42(3)",
                        "insured-elsewhere",
                        lots,
                        companies,
                        List.of("Bid " + bid, "Person " + person),
                        "项目负责人的社会保险由他人缴纳",
                        "somebody else pays the manager's social insurance");
    }

    private void namesakes() {
        Scene scene = ground.scenes().next();
        String one = ground.table("bid-people").cell(scene.handler("bid-people", 0, "OPERATOR"), "person");
        String other = ground.table("bid-people").cell(scene.handler("bid-people", 1, "OPERATOR"), "person");
        ground.organisation().callAlike(other, ground.made().find("people", "name", "idNumber", one));
        ground.truth()
                .innocent(
                        "40(2)",
                        "namesakes",
                        scene.lots(),
                        scene.companies(2),
                        List.of("Person " + one, "Person " + other),
                        "经办人同名，并非同一人",
                        "the operators have one name and are two people");
    }

    private void formerEmployer() {
        Scene scene = ground.scenes().next();
        String manager = managerOf(scene, 1);
        ground.table("social-insurance")
                .put("person", manager, "from", "2010-01-01", "to", "2014-12-31", "company", scene.company(0));
        ground.truth()
                .innocent(
                        "42(3)",
                        "former-employer",
                        scene.lots(),
                        scene.companies(2),
                        List.of("Bid " + scene.bid(1), "Person " + manager),
                        "项目负责人曾在另一投标人处参保，早已转出",
                        "the manager was insured by a rival once, years before");
    }

    /** In a bid of two companies a manager insured by either, or a file that names both, is as it should be. */
    private void consortium() {
        Table bids = ground.made().bids();
        int row = District.Made.rows(bids)
                .filter(bid -> !bids.cell(bid, "member").isEmpty()
                        && bids.cell(bid, "valid").equals("true"))
                .filter(bid -> !told(bids.cell(bid, "bidNo")))
                .findFirst()
                .orElseThrow();
        String bid = bids.cell(row, "bidNo");
        String member = bids.cell(row, "member");
        Human manager = ground.organisation().outsider(ground.draws());
        ground.table("social-insurance").put("person", manager.idNumber(), "from", "2019-01-01", "company", member);
        Table managers = ground.table("bid-managers");
        managers.set(ground.made().rowsOf("bid-managers", "bidNo", bid).get(0), "person", manager.idNumber());
        ground.truth()
                .innocent(
                        "40(5)",
                        "consortium",
                        List.of(bids.cell(row, "lot")),
                        List.of(bids.cell(row, "tenderer"), member),
                        List.of("Bid " + bid, "Person " + manager.idNumber(), "BidDocument " + bid.replace("TB", "WJ")),
                        "联合体成员：文件有双方名称与印章，项目负责人由成员参保",
                        "members of one consortium: both stand in the file, one insures the manager");
    }

    private boolean told(String bid) {
        return ground.truth().plants().stream()
                .anyMatch(plant -> plant.evidence().contains("Bid " + bid));
    }

    private void sameHouse() {
        Scene scene = ground.scenes().strangers();
        String address = "望潮区观澜街道望潮大道%d号商务楼".formatted(ground.draws().between(100, 900));
        reach(scene.company(0), "ADDRESS", address);
        reach(scene.company(1), "ADDRESS", address);
        ground.truth()
                .innocent(
                        "40(2)",
                        "one-building",
                        scene.lots(),
                        scene.companies(2),
                        List.of("Contact ADDRESS " + address),
                        "两家在同一栋楼办公",
                        "two firms have their offices in one building");
    }

    private void sharedNetwork() {
        Scene scene = ground.scenes().next();
        String address = "198.18.254.%d".formatted(ground.draws().between(1, 250));
        Table uploads = ground.table("document-uploads");
        for (int actor = 0; actor < 3; actor++) {
            int row = ground.made()
                    .rowsOf("document-uploads", "documentNo", scene.document(actor))
                    .get(0);
            uploads.set(row, "address", address);
            uploads.set(row, "sharedNetwork", "true");
        }
        ground.truth()
                .innocent(
                        "40(1)",
                        "shared-network",
                        scene.lots(),
                        scene.companies(3),
                        List.of("IpAddress " + address),
                        "经同一运营商出口地址上传",
                        "sent through the shared address of a network operator");
    }

    private String managerOf(Scene scene, int actor) {
        return ground.table("bid-managers").cell(scene.handler("bid-managers", actor, "PROJECT_MANAGER"), "person");
    }

    private void reach(String company, String kind, String value) {
        ground.table("contacts").put("company", company, "kind", kind, "value", value, "from", "2022-05-01");
    }

    private static List<String> both(Scene scene, String person) {
        return List.of("Bid " + scene.bid(0), "Bid " + scene.bid(1), "Person " + person);
    }
}
