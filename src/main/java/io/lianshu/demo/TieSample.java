package io.lianshu.demo;

import io.lianshu.demo.CompanySample.Firm;
import io.lianshu.demo.OrganisationSample.Human;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What ties companies: groups, management, branches, qualifications, lists, evaluations and whom they insure. */
final class TieSample {

    private final Scope scope;
    private final Draws draws;
    private final CompanySample companies;
    private final Table groups = Table.of("business-groups", "code", "name", "from", "company");
    private final Table associations = Table.of("associations", "uscc", "name", "from", "to", "company");
    private final Table managements = Table.of("managements", "company", "from", "managed");
    private final Table branches = Table.of("branches", "company", "branch");
    private final Table qualifications =
            Table.of("qualifications", "certNo", "name", "kind", "grade", "issuedOn", "validTo", "company");
    private final Table pools = Table.of("contractor-pools", "code", "name", "category", "year", "from", "company");
    private final Table evaluations =
            Table.of("credit-evaluations", "evaluationNo", "period", "score", "grade", "decidedOn", "docNo", "company");
    private final Table insurance = Table.of("social-insurance", "person", "from", "to", "company");
    private final Table managers = Table.of("bid-managers", "bidNo", "role", "person");

    TieSample(Scope scope, OrganisationSample organisation, CompanySample companies, District.Made made) {
        LocalDate asOf = scope.asOf();
        this.scope = scope;
        this.draws = scope.draws("ties");
        this.companies = companies;
        groups.add("JT-001", "望潮城发集团", "2019-01-01", owner(0));
        groups.add("JT-001", "望潮城发集团", "2019-01-01", owner(1));
        String association = Identifiers.creditCode("51", OrganisationSample.DISTRICT, "30000001");
        for (int i = 0; i < scope.of(4, 300); i++) {
            associations.add(association, "望潮区建筑业协会", "2018-05-01", i == 3 ? "2022-12-31" : "", builder(i));
        }
        managements.add(builder(0), "2021-07-01", builder(1));
        branches.add(builder(2), scope.grown() ? apart(made) : builder(3));
        for (int i = 0; i < Math.min(scope.of(6, 420), companies.builders().size()); i++) {
            qualifications.add(
                    "ZZ-D2-%05d".formatted(i + 1),
                    i % 2 == 0 ? "建筑工程施工总承包" : "市政公用工程施工总承包",
                    i % 2 == 0 ? "BUILDING" : "MUNICIPAL",
                    i % 3 == 0 ? "一级" : "二级",
                    "2021-05-10",
                    "2028-12-31",
                    builder(i));
            pools.add("YX-2025-01", "2025年度房屋建筑预选承包商名录", "BUILDING", 2025, "2025-01-01", builder(i));
            evaluations.add(
                    "PJ-2025-%02d".formatted(i + 1),
                    "2025",
                    "%d.5".formatted(92 - 3 * (i % 6)),
                    i % 6 < 3 ? "A" : "B",
                    asOf.minusDays(50),
                    "望审管〔2026〕3号",
                    builder(i));
        }
        managers(organisation, made);
        if (scope.grown()) {
            teams(organisation, made);
        }
    }

    List<Table> tables() {
        return List.of(
                groups, associations, managements, branches, qualifications, pools, evaluations, insurance, managers);
    }

    /** Two bidders of one opened lot name a manager; the second one's is insured by the first. */
    private void managers(OrganisationSample organisation, District.Made made) {
        List<Integer> bids = made.bidsOf(made.guaranteedLot());
        for (int i = 0; i < 2; i++) {
            Human manager = organisation.outsider(draws);
            managers.add(made.bids().cell(bids.get(i), "bidNo"), "PROJECT_MANAGER", manager.idNumber());
            insurance.add(manager.idNumber(), "2022-01-01", "", made.bids().cell(bids.get(0), "tenderer"));
        }
    }

    /** A builder that never bids beside the third one. */
    private String apart(District.Made made) {
        return companies.builders().stream()
                .skip(36)
                .map(TieSample::code)
                .filter(code -> made.together(builder(2), code).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** Every builder has managers of its own, whom it insures, and names one of them in each of its bids. */
    private void teams(OrganisationSample organisation, District.Made made) {
        Draws teams = scope.draws("teams");
        Map<String, List<Human>> own = new HashMap<>();
        for (Firm firm : companies.builders()) {
            List<Human> people = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Human manager = organisation.outsider(teams);
                people.add(manager);
                insurance.add(manager.idNumber(), "20%02d-03-01".formatted(teams.between(15, 23)), "", code(firm));
            }
            own.put(code(firm), people);
        }
        List<Integer> named = made.bidsOf(made.guaranteedLot()).subList(0, 2);
        for (int row = 0; row < made.bids().rows().size(); row++) {
            List<Human> people = own.getOrDefault(made.bids().cell(row, "tenderer"), List.of());
            Human manager = teams.one(people);
            if (!named.contains(row)) {
                managers.add(made.bids().cell(row, "bidNo"), "PROJECT_MANAGER", manager.idNumber());
            }
        }
    }

    private String builder(int place) {
        return code(companies.builders().get(place));
    }

    private String owner(int place) {
        return code(companies.owners().get(place));
    }

    private static String code(Firm firm) {
        return firm.creditCode();
    }
}
