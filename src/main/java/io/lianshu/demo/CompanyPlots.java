package io.lianshu.demo;

import io.lianshu.demo.OrganisationSample.Human;
import java.util.ArrayList;
import java.util.List;

/** What ties two bidders as companies: 条例 34 and 39(4), and what only looks like it. */
final class CompanyPlots {

    private final PlotGround ground;
    private int number;

    CompanyPlots(PlotGround ground) {
        this.ground = ground;
    }

    /** @param round which time it is, from 0 */
    void plant(int round) {
        number = round;
        sameHead();
        direct("control", "CONTROLS", "0.7", "一家控股另一家", "one controls the other");
        managed();
        controlPath();
        oneOwner();
        oneGroup();
        association();
    }

    private void sameHead() {
        Scene scene = ground.scenes().strangers();
        Table companies = ground.table("companies");
        String head = ground.made().find("companies", "legalRepresentative", "uscc", scene.company(0));
        companies.set(row(scene.company(1)), "legalRepresentative", head);
        guilty(
                "34",
                "same-legal-representative",
                scene,
                List.of("Person " + head),
                "单位负责人为同一人",
                "one person heads both");
    }

    private void direct(String kind, String relation, String share, String chinese, String english) {
        Scene scene = ground.scenes().strangers();
        relate(scene.company(0), scene.company(1), relation, share);
        guilty("34", kind, scene, List.of(), chinese, english);
    }

    private void managed() {
        Scene scene = ground.scenes().strangers();
        ground.table("managements").put("company", scene.company(0), "from", "2021-01-01", "managed", scene.company(1));
        guilty("34", "management", scene, List.of(), "两家存在管理关系", "one manages the other");
    }

    /** A third firm, which never bids, controls both. */
    private void controlPath() {
        Scene scene = ground.scenes().strangers();
        List<String> owners = ground.companies().owners().stream()
                .map(CompanySample.Firm::creditCode)
                .toList();
        String holding = owners.get(owners.size() - 1 - number % (owners.size() / 2));
        relate(holding, scene.company(0), "CONTROLS", "0.8");
        relate(holding, scene.company(1), "CONTROLS", "0.6");
        guilty("34", "common-control", scene, List.of("Company " + holding), "两家受同一单位控股", "one company controls both");
    }

    private void oneOwner() {
        Scene scene = ground.scenes().strangers();
        Table people = ground.table("company-people");
        String owner = people.cell(shareholder(scene.company(0)), "person");
        people.set(shareholder(scene.company(1)), "share", "0.3");
        people.put(
                "company",
                scene.company(1),
                "person",
                owner,
                "role",
                "SHAREHOLDER",
                "share",
                "0.6",
                "from",
                "2020-01-01");
        guilty("34", "common-owner", scene, List.of("Person " + owner), "两家由同一自然人控股", "one person holds most of both");
    }

    private void oneGroup() {
        Scene scene = ground.scenes().strangers();
        String code = "JT-%03d".formatted(101 + number);
        for (int actor = 0; actor < 2; actor++) {
            ground.table("business-groups")
                    .put(
                            "code",
                            code,
                            "name",
                            "望潮%s建设集团"
                                    .formatted(List.of("远岸", "长堤", "云帆", "层峦", "沧溟")
                                                    .get(number % 5)
                                            + (number < 5 ? "" : String.valueOf(number / 5 + 1))),
                            "from",
                            "2020-01-01",
                            "company",
                            scene.company(actor));
        }
        guilty("39(4)", "one-group", scene, List.of("BusinessGroup " + code), "两家同属一个企业集团", "both belong to one group");
    }

    /** Most builders of a district are in its association; that alone says nothing. */
    private void association() {
        List<String> members = District.Made.rows(ground.table("associations"))
                .mapToObj(row -> ground.table("associations").cell(row, "company"))
                .toList();
        Scene scene = ground.scenes()
                .next(lot -> lot.companies(lot.rows().size()).stream()
                                .filter(members::contains)
                                .count()
                        > 1);
        List<String> inside = scene.companies(scene.rows().size()).stream()
                .filter(members::contains)
                .toList();
        ground.truth()
                .innocent(
                        "39(4)",
                        "trade-association",
                        scene.lots(),
                        inside,
                        List.of("Association " + ground.table("associations").cell(0, "uscc")),
                        "同为全区建筑业协会会员",
                        "both are members of the district's association");
    }

    private void guilty(String clause, String kind, Scene scene, List<String> via, String chinese, String english) {
        List<String> evidence = new ArrayList<>(via);
        scene.companies(2).forEach(company -> evidence.add("Company " + company));
        ground.truth().guilty(clause, kind, scene.lots(), scene.companies(2), evidence, chinese, english);
    }

    private void relate(String company, String other, String kind, String share) {
        ground.table("company-relations")
                .put("company", company, "other", other, "kind", kind, "share", share, "from", "2019-01-01");
    }

    private int row(String company) {
        return ground.made().rowsOf("companies", "uscc", company).get(0);
    }

    private int shareholder(String company) {
        return ground.made().rowsOf("company-people", "company", company).stream()
                .filter(row -> ground.table("company-people").cell(row, "role").equals("SHAREHOLDER"))
                .findFirst()
                .orElseThrow();
    }

    /** A person of a company who neither heads nor owns it. */
    static String operatorOf(PlotGround ground, String company) {
        return ground.companies().agencies().stream()
                .filter(firm -> firm.creditCode().equals(company))
                .map(CompanySample.Firm::operator)
                .map(Human::idNumber)
                .findFirst()
                .orElseThrow();
    }
}
