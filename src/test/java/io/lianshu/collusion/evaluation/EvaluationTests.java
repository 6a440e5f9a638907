package io.lianshu.collusion.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.collusion.core.Evidence;
import io.lianshu.collusion.evaluation.Evaluation.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The scores on markets that others labelled: what the documentation says is what comes out. */
@EnabledIfSystemProperty(named = "lianshu.test.data", matches = ".+")
class EvaluationTests {

    private static final Path PAGE = Path.of("src/docs/collusion/evaluation.md");
    private static final String BEGIN = "<!-- tables -->\n";
    private static final Map<String, Evaluation> MARKETS = new LinkedHashMap<>();

    @BeforeAll
    static void evaluate() {
        for (String name : List.of("Brazil", "Italy", "Switzerland_GR_and_See-Gaster")) {
            MARKETS.put(
                    name,
                    new Evaluation(LabelledMarket.of(Path.of(
                            System.getProperty("lianshu.test.data", "."),
                            "evaluation",
                            "DB_Collusion_" + name + "_processed.csv"))));
        }
    }

    private static Evaluation market(String name) {
        return MARKETS.getOrDefault(name, MARKETS.values().iterator().next());
    }

    private static Result of(String measure, List<Result> results) {
        return results.stream()
                .filter(result -> result.measure().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theScreensAreThePublishedOnes() {
        for (Evaluation market : MARKETS.values()) {
            for (String column : List.of("CV", "SPD", "SKEW", "KURT", "KSTEST")) {
                assertThat(market.conformance().get(column))
                        .as(market.labelled().name() + " " + column)
                        .isEqualTo(1.0);
            }
        }
    }

    @Test
    void aMarketWithoutAPriceSignalIsToldFromThoseWithOne() {
        assertThat(market("Brazil").analysis().evidence().reason()).isEqualTo(Evidence.Reason.FOLLOWS_BIDDERS);
        assertThat(market("Italy").analysis().evidence().reason()).isEqualTo(Evidence.Reason.FOLLOWS_BIDDERS);
        assertThat(market("Switzerland_GR_and_See-Gaster").analysis().evidence().usable())
                .isFalse();
    }

    @Test
    void lotsAreToldApartAtLeastAsWellAsByTheBestScreen() {
        for (String name : List.of("Brazil", "Italy")) {
            List<Result> lots = market(name).lots();
            double ours = of(Evaluation.OURS, lots).auc();
            assertThat(lots).allSatisfy(result -> assertThat(ours).isGreaterThanOrEqualTo(result.auc()));
        }
    }

    @Test
    void firmsPairsAndLeadsAreAheadOfCountingByIntervalsAboveNothing() {
        for (String name : List.of("Brazil", "Italy")) {
            Evaluation market = market(name);
            assertThat(of("activity", market.firms()).ahead().above()).as(name).isTrue();
            assertThat(of("joint lots", market.pairs()).ahead().above())
                    .as(name)
                    .isTrue();
            assertThat(of("joint lots", market.pairs()).aheadPrecision().above())
                    .as(name)
                    .isTrue();
            assertThat(market.expansion().ahead().above()).as(name).isTrue();
        }
    }

    @Test
    void thePageShowsWhatComesOut() throws IOException {
        EvaluationReport report = new EvaluationReport();
        MARKETS.values().forEach(report::add);
        String page = Files.readString(PAGE);
        String head = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        if ("true".equals(System.getProperty("lianshu.evaluation.write"))) {
            Files.writeString(PAGE, head + "\n" + report.text().strip() + "\n");
        }
        assertThat(Files.readString(PAGE)).isEqualTo(head + "\n" + report.text().strip() + "\n");
    }
}
