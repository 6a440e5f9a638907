package io.lianshu.trading;

import static io.lianshu.exchange.AskedCommands.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two tiers of platforms with their limits and licences, three sides with their borders, and what each has to do. */
class StationsIT extends StationsHub {

    private static final String DUTIES =
            "query($input: Int!) { tradingDuties(first: $input) { on overdue platforms { name } departments { name } duties {"
                    + " kind { code } since dueOn overdue gap { code } rule { code } lot { name } objection { id } complaint { id } station { name } } } }";

    @Test
    void theAmountDecidesThePlatformByTheLimitOfItsDay() throws Exception {
        assertThat(tier("ENGINEERING", "WORKS", "599999.99", null)).isEqualTo("TOWN ENGINEERING2024-01-01 false");
        assertThat(tier("ENGINEERING", "WORKS", "600000.00", null)).isEqualTo("DISTRICT ENGINEERING2024-01-01 false");
        assertThat(tier("ENGINEERING", "WORKS", "299999.99", "2023-12-31"))
                .isEqualTo("TOWN ENGINEERING2020-01-01 false");
        assertThat(tier("ENGINEERING", "WORKS", "300000", "2023-12-31"))
                .isEqualTo("DISTRICT ENGINEERING2020-01-01 false");
        assertThat(tier("ENGINEERING", "WORKS", "300000", "2024-01-01")).isEqualTo("TOWN ENGINEERING2024-01-01 false");
        assertThat(tier("ENGINEERING", "WORKS", "3999999.99", null)).endsWith(" false");
        assertThat(tier("ENGINEERING", "WORKS", "4000000.00", null)).endsWith(" true");
        assertThat(tier("ENGINEERING", "WORKS", "4000000.00", "2018-05-31")).isEqualTo("DISTRICT null false");
        assertThat(tier("ENGINEERING", "GOODS", "1000.00", null)).isEqualTo("DISTRICT null false");
        assertThat(tier("PROCUREMENT", "SERVICES", "199999.99", null)).isEqualTo("TOWN PROCUREMENT2024-01-01 false");
        assertThat(tier("ENGINEERING", "WORKS", "90000000000000.00", null))
                .isEqualTo("DISTRICT ENGINEERING2024-01-01 true");
    }

    @Test
    void badQuestionsAboutPlatformsAreRefused() throws Exception {
        assertThat(bad("{ whichPlatform(category: \"ENGINEERED\", subject: \"WORKS\", amount: \"1\") { mandatory } }"))
                .isEqualTo("BAD_ARGUMENT category");
        assertThat(bad("{ whichPlatform(category: \"ENGINEERING\", subject: \"WORK\", amount: \"1\") { mandatory } }"))
                .isEqualTo("BAD_ARGUMENT subject");
        assertThat(bad("{ whichPlatform(category: \"ENGINEERING\", subject: \"WORKS\", amount: \"0\") { mandatory } }"))
                .isEqualTo("BAD_ARGUMENT amount");
        assertThat(
                        bad(
                                "{ whichPlatform(category: \"ENGINEERING\", subject: \"WORKS\", amount: \"-5.00\") { mandatory } }"))
                .isEqualTo("BAD_ARGUMENT amount");
        assertThat(ask(
                                "public",
                                "{ whichPlatform(category: \"ENGINEERING\", subject: \"WORKS\", amount: \"1.234\") { mandatory } }",
                                "")
                        .path("errors")
                        .isEmpty())
                .isFalse();
        assertThat(ask(
                                "public",
                                "{ whichPlatform(category: \"ENGINEERING\", subject: \"WORKS\", amount: \"1\", on: \"2026-02-30\") { mandatory } }",
                                "")
                        .path("errors")
                        .isEmpty())
                .isFalse();
    }

    private String bad(String document) throws Exception {
        JsonNode error = ask("public", document, "").at("/errors/0/extensions");
        return error.path("code").asString() + " " + error.path("field").asString();
    }

    private String tier(String category, String subject, String amount, String on) throws Exception {
        String day = on == null ? "" : ", on: \"" + on + "\"";
        JsonNode choice = read(
                        "public",
                        "{ whichPlatform(category: \"" + category + "\", subject: \"" + subject + "\", amount: \""
                                + amount + "\"" + day
                                + ") { tier { code } threshold { code } mandatory platforms { tier { code } } } }",
                        "")
                .path("whichPlatform");
        assertThat(choice.path("platforms")
                        .valueStream()
                        .map(platform -> platform.at("/tier/code").asString()))
                .isNotEmpty()
                .containsOnly(choice.at("/tier/code").asString());
        JsonNode threshold = choice.path("threshold");
        return choice.at("/tier/code").asString() + " "
                + (threshold.isNull()
                        ? "null"
                        : threshold.path("code").asString().replace("PLATFORM_SPLIT", "")) + " "
                + choice.path("mandatory").asBoolean();
    }

    @Test
    void aStationIsLicensedByItsLastAssessmentAndBeginsNothingWithout() throws Exception {
        String admin = "trading-administration";
        assertThat(refused(admin, "licenseStation", "platform", id("station"), "licensed", true))
                .containsExactlyInAnyOrder("ALREADY_DONE licensed", "NOT_ASSESSED platform");
        assertThat(refused(admin, "licenseStation", "platform", id("station"), "licensed", false))
                .containsExactly("BAD_VALUE reason");
        assertThat(refused(admin, "licenseStation", "platform", id("district"), "licensed", false, "reason", "整改"))
                .containsExactly("NOT_A_STATION platform");
        assertThat(refused(
                        admin,
                        "licenseStation",
                        "platform",
                        "plt_" + "b".repeat(26),
                        "licensed",
                        false,
                        "reason",
                        "整改"))
                .containsExactly("NOT_FOUND platform");
        assertThat(assess(2025, 59.5, "PASS")).containsExactly("GRADE_DIFFERS result");
        assertThat(assess(2025, 60, "FAIL")).containsExactly("GRADE_DIFFERS result");
        assertThat(assess(1999, 101, "SUPERB")).contains("BAD_VALUE year", "BAD_VALUE score", "BAD_CODE result");
        assertThat(assess(now().getYear() + 1, 80, "GOOD")).containsExactly("BAD_VALUE year");
        assertThat(assess(2024, 91, "EXCELLENT")).isEmpty();
        assertThat(assess(2025, 59.5, "FAIL")).isEmpty();
        assertThat(duties(admin)).containsExactly("STATION_BELOW 甲镇站");
        assertThat(refused(admin, "licenseStation", "platform", id("station"), "licensed", false, "reason", "考核不合格"))
                .isEmpty();
        assertThat(duties(admin)).isEmpty();
        assertThat(refused(admin, "licenseStation", "platform", id("station"), "licensed", true))
                .containsExactly("SCORE_TOO_LOW platform");
        assertThat(refused(
                        "town-trader",
                        "publishNotice",
                        "lot",
                        id("raw"),
                        "kind",
                        "TENDER",
                        "title",
                        "招标公告",
                        "bidDeadline",
                        now().plusDays(30).toOffsetDateTime().toString()))
                .contains("PLATFORM_NOT_LICENSED lot");
        assertThat(refused(
                        "town-trader",
                        "registerTrade",
                        "platform",
                        id("station"),
                        "name",
                        "新的",
                        "category",
                        "ENGINEERING",
                        "subject",
                        "WORKS",
                        "method",
                        "OPEN",
                        "procuringEntity",
                        id("buyer"),
                        "estimate",
                        "100000.00"))
                .containsExactly("PLATFORM_NOT_LICENSED platform");
        assertThat(refused(
                        "town-trader",
                        "endLot",
                        "lot",
                        id("fresh"),
                        "status",
                        "FAILED",
                        "endReason",
                        "ALL_REJECTED",
                        "note",
                        "全部否决"))
                .as("what is under way is carried to its end")
                .isEmpty();
        assertThat(assess(2025, 75, "PASS")).isEmpty();
        assertThat(count("(:StationAssessment)")).isEqualTo(2);
        assertThat(refused(admin, "licenseStation", "platform", id("station"), "licensed", true))
                .isEmpty();
        String history = read(
                        "supervisor",
                        "query($input: ID!) { history(id: $input) { command reason fields { name before after } } }",
                        id("station"))
                .toString();
        assertThat(history).contains("考核不合格", "licenseStation", "licensed");
        for (String role : List.of("town-trader", "trading-centre", "supervisor", "administrator", "director")) {
            assertThat(answer(role, "licenseStation", "", "platform", id("station"), "licensed", false, "reason", "整改")
                            .at("/errors/0/extensions/code")
                            .asString())
                    .as(role)
                    .isEqualTo("NOT_ALLOWED");
        }
    }

    private List<String> assess(int year, double score, String result) throws Exception {
        return refused(
                "trading-administration",
                "assessStation",
                "platform",
                id("station"),
                "year",
                year,
                "score",
                score,
                "result",
                result);
    }

    @Test
    void ofTwentyAssessmentsAtOnceOneIsKept() throws Exception {
        List<Callable<List<String>>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            double score = 70 + i;
            all.add(() -> assess(2025, score, "GOOD"));
        }
        assertThat(atOnce(all)).hasSize(20).allMatch(List::isEmpty);
        assertThat(count("(:StationAssessment)")).isOne();
    }

    @Test
    void everybodyFindsTheirOwnDutiesAndNoneTellsOfBids() throws Exception {
        JsonNode centre = read("trading-centre", DUTIES, 100).path("tradingDuties");
        assertThat(centre.path("on").asString()).isEqualTo(now().toLocalDate().toString());
        assertThat(duties("trading-centre")).containsExactly("OPEN_BIDS 待开标");
        assertThat(centre.path("overdue").asInt()).isOne();
        assertThat(duties("town-trader")).containsExactly("PUBLISH_NOTICE 未公告");
        assertThat(duties("supervisor")).isEmpty();
        assertThat(duties("trading-administration")).isEmpty();
        for (String role : List.of("public", "supplier", "agent", "bank", "applicant", "owner", "importer")) {
            assertThat(ask(role, DUTIES, 100).at("/errors/0/extensions/code").asString())
                    .as(role)
                    .isEqualTo("NOT_ALLOWED");
        }
        assertThat(ask("supervisor", DUTIES, 101)
                        .at("/errors/0/extensions/code")
                        .asString())
                .isEqualTo("BAD_PAGE_SIZE");
        assertThat(ask("supervisor", DUTIES, 0).at("/errors/0/extensions/code").asString())
                .isEqualTo("BAD_PAGE_SIZE");
        String full = ask("trading-centre", DUTIES, 100).toString();
        write("MATCH (b:Bid)-[:FOR_LOT]->(l:Lot) WHERE l.openedAt IS NULL DETACH DELETE b");
        assertThat(ask("trading-centre", DUTIES, 100).toString())
                .as("without any bid")
                .isEqualTo(full);
        write(
                "MATCH (l:Lot {bidSectionCode: 'L4'}) SET l.status = 'EVALUATED', l.evaluatedAt = $now - duration({days: 5})");
        JsonNode late = read("trading-centre", DUTIES, 100).at("/tradingDuties/duties/0");
        assertThat(late.at("/kind/code").asString()).isEqualTo("PUBLISH_CANDIDATES");
        assertThat(late.path("overdue").asBoolean()).isTrue();
        assertThat(late.path("dueOn").asString())
                .isEqualTo(now().toLocalDate().minusDays(2).toString());
        write("MATCH (:Person)-[t:TRADES_AT]->() SET t.to = $today - duration({days: 1})");
        assertThat(duties("trading-centre"))
                .as("somebody who no longer serves there")
                .isEmpty();
        assertThat(read("trading-centre", "{ myPlatforms { id } }", "").path("myPlatforms"))
                .isEmpty();
    }

    private List<String> duties(String viewer) throws Exception {
        return read(viewer, DUTIES, 100)
                .at("/tradingDuties/duties")
                .valueStream()
                .map(duty -> duty.at("/kind/code").asString() + " "
                        + (duty.path("lot").isNull() ? duty.at("/station/name") : duty.at("/lot/name")).asString())
                .toList();
    }

    @Test
    void aTenderShowsWhoOverseesItAndWhy() throws Exception {
        String document =
                "query($input: ID!) { node(id: $input) { ... on Tender { overseenBy { department { name tradingSide { code } }"
                        + " basis { code } entrustedBy { name } scope docNo from to } } } }";
        JsonNode entrusted = read("public", document, id("tender")).at("/node/overseenBy");
        assertThat(entrusted).hasSize(1);
        assertThat(entrusted.at("/0/department/name").asString()).isEqualTo("监管中心");
        assertThat(entrusted.at("/0/department/tradingSide/code").asString()).isEqualTo("SUPERVISION");
        assertThat(entrusted.at("/0/entrustedBy/name").asString()).isEqualTo("住建局");
        assertThat(entrusted.at("/0/docNo").asString()).isEqualTo("望委〔2019〕3号");
        JsonNode own = read("public", document, id("townTender")).at("/node/overseenBy");
        assertThat(own.at("/0/basis/code").asString()).isEqualTo("OWN");
        assertThat(own.at("/0/entrustedBy").isNull()).isTrue();
        write("MATCH ()-[e:ENTRUSTS]->() SET e.to = $today - duration({days: 1})");
        JsonNode over = read("public", document, id("tender")).at("/node/overseenBy");
        assertThat(over.at("/0/entrustedBy").isNull()).isTrue();
        assertThat(codes(command(
                        "trading-centre",
                        "registerTrade",
                        "tender { id overseenBy { entrustedBy { name } department { name } } }",
                        "platform",
                        id("district"),
                        "name",
                        "新的",
                        "category",
                        "PROCUREMENT",
                        "subject",
                        "SERVICES",
                        "method",
                        "OPEN",
                        "procuringEntity",
                        id("buyer"),
                        "estimate",
                        "500000.00",
                        "industryDepartment",
                        id("industry"))))
                .isEmpty();
        assertThat(count("(:Department {code: 'D1'})-[:SUPERVISES {basis: 'OWN'}]->(:Tender {name: '新的'})"))
                .isOne();
    }
}
