package io.lianshu.demo;

import io.lianshu.demo.OrganisationSample.Human;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Companies of the sample: builders, owners, designers and tendering agencies, with those who lead them. */
final class CompanySample {

    /** A company of the sample: what other parts need to point to it. */
    record Firm(String creditCode, String name, Human representative, Human operator) {}

    private static final int TRIES = 12;
    private static final List<String> STEMS = List.of(
            "云岫", "长汀", "百川", "砥石", "青桐", "鸣泉", "远帆", "启明", "安澜", "松筠", "锦程", "和畅", "立木", "望岳", "涵江", "铁衡", "晴川", "金穗",
            "华茂", "海石", "东篱", "北辰", "同舟", "新麓", "丰泽", "宏图", "鼎力", "正阳", "瑞霖", "明德");

    private final Scope scope;
    private final OrganisationSample organisation;
    private final int builders;
    private final int owners;
    private final int designers;
    private final Draws draws;
    private final Table companies = Table.of(
            "companies",
            "uscc",
            "identifierScheme",
            "identifierValue",
            "name",
            "nature",
            "status",
            "registeredOn",
            "region",
            "legalRepresentative",
            "since");
    private final Table people = Table.of("company-people", "company", "person", "role", "post", "share", "from", "to");
    private final Table relations = Table.of("company-relations", "company", "other", "kind", "share", "from");
    private final Table contacts = Table.of("contacts", "company", "kind", "value", "from");
    /** Names, codes and telephones that are taken. */
    private final Set<String> names = new LinkedHashSet<>();

    private final List<Firm> firms = new ArrayList<>();

    CompanySample(Scope scope, OrganisationSample organisation) {
        this.scope = scope;
        this.draws = scope.draws("company");
        this.organisation = organisation;
        this.builders = scope.of(36, 420);
        this.owners = scope.of(10, 90);
        this.designers = scope.of(8, 30);
        for (int i = 0; i < builders + owners + designers + scope.of(6, 16); i++) {
            firms.add(firm(trade(i)));
        }
        for (int i = 0; i < 5; i++) {
            relations.add(
                    builders().get(30 + i).creditCode(),
                    owners().get(i).creditCode(),
                    "SHAREHOLDER",
                    "0.3",
                    "2019-06-01");
        }
        relations.add(owners().get(0).creditCode(), owners().get(1).creditCode(), "CONTROLS", "1", "2016-01-01");
    }

    List<Firm> builders() {
        return firms.subList(0, builders);
    }

    List<Firm> owners() {
        return firms.subList(builders, builders + owners);
    }

    List<Firm> designers() {
        return firms.subList(builders + owners, builders + owners + designers);
    }

    List<Firm> agencies() {
        return firms.subList(builders + owners + designers, firms.size());
    }

    /** Lets two firms be reached under one telephone. */
    void shareTelephone(Firm one, Firm two) {
        String telephone = telephone("0000-87");
        contacts.add(one.creditCode(), "PHONE", telephone, "2021-03-01");
        contacts.add(two.creditCode(), "PHONE", telephone, "2021-05-01");
    }

    List<Table> tables() {
        return List.of(companies, people, relations, contacts);
    }

    private String trade(int index) {
        if (index < builders) {
            return List.of("建设", "市政工程", "建筑工程", "园林工程", "路桥工程", "水利工程").get(index % 6);
        }
        if (index < builders + owners) {
            return List.of("产业投资", "精密制造", "新材料", "城市发展", "食品科技").get((index - builders + 1) % 5);
        }
        return index < builders + owners + designers ? (index % 2 == 0 ? "建筑设计" : "勘测设计") : "工程咨询";
    }

    private Firm firm(String trade) {
        String name;
        int tries = 0;
        do {
            name = "望潮" + (++tries <= TRIES ? draws.one(STEMS) : composed()) + trade + "有限公司";
        } while (!names.add(name));
        String creditCode;
        do {
            creditCode = Identifiers.creditCode("91", OrganisationSample.DISTRICT, "MA" + draws.digits(6));
        } while (!names.add(creditCode));
        Human representative = organisation.outsider(draws);
        Human operator = organisation.outsider(draws);
        String since = "20%02d-%02d-%02d".formatted(draws.between(5, 21), draws.between(1, 12), draws.between(1, 28));
        companies.add(
                creditCode,
                "",
                "",
                name,
                "LIMITED",
                "ACTIVE",
                since,
                draws.one(organisation.towns()),
                representative.idNumber(),
                since);
        people.add(creditCode, representative.idNumber(), "OFFICER", "执行董事兼总经理", "", since, "");
        people.add(
                creditCode,
                representative.idNumber(),
                "SHAREHOLDER",
                "",
                "0.%d".formatted(draws.between(51, 90)),
                since,
                "");
        people.add(creditCode, operator.idNumber(), "STAFF", "投标经办人", "", since, "");
        contacts.add(creditCode, "PHONE", telephone("0000-88"), since);
        return new Firm(creditCode, name, representative, operator);
    }

    /** A name of two stems, when all single ones of a trade are taken. */
    private String composed() {
        return draws.one(STEMS).substring(0, 1) + draws.one(STEMS).substring(1);
    }

    private String telephone(String area) {
        String telephone;
        do {
            telephone = area + draws.digits(6);
        } while (!names.add(telephone) && scope.grown());
        return telephone;
    }
}
