package io.lianshu.collusion.rule;

import io.lianshu.collusion.WordsValue;
import io.lianshu.explore.NodeWords;
import io.lianshu.platform.feed.FeedSubscriptions;
import io.lianshu.platform.graph.GraphReadiness;
import io.lianshu.platform.read.PayloadReads;
import io.lianshu.platform.read.ReadSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the rules together: the book, the sweep that runs them, and their texts in two languages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RuleConfiguration.RuleSettings.class)
class RuleConfiguration {

    /**
     * The settings {@code lianshu.rules.*}.
     *
     * @param folder of the installation, with the folders {@code rules} and {@code rule-sets}
     * @param sweep how often the hub looks for lots that the rules were not held against
     * @param renew how old the fences of the market may grow that rules read
     */
    @ConfigurationProperties("lianshu.rules")
    record RuleSettings(
            @DefaultValue("rules") Path folder,
            @DefaultValue("1m") Duration sweep,
            @DefaultValue("7d") Duration renew) {}

    @Bean
    RuleBook ruleBook(RuleSettings settings) {
        return RuleBook.read(settings.folder());
    }

    @Bean
    RuleCheck ruleCheck(RuleBook book, RuleGraph rules, GraphReadiness readiness, Clock clock) {
        return new RuleCheck(book, rules, readiness, clock);
    }

    @Bean
    RuleSweep ruleSweep(
            RuleBook book,
            RuleGraph rules,
            SignalGraph signals,
            FenceGraph fences,
            RuleSettings settings,
            ReadSettings reading,
            Clock clock) {
        return new RuleSweep(book, rules, signals, fences, settings, reading.planAtStart(), clock);
    }

    @Bean
    SignalFields signalFields(FeedSubscriptions subscriptions, PayloadReads reads) {
        return new SignalFields(subscriptions, reads);
    }

    @Bean
    PathValue stepTitles(NodeWords words) {
        return PathValue.title(words);
    }

    @Bean
    PathValue stepRelations(NodeWords words) {
        return PathValue.relation(words);
    }

    @Bean
    PathValue pathExplanations(NodeWords words) {
        return PathValue.explanation(words);
    }

    @Bean
    WordsValue signalTitles() {
        return new WordsValue(WordsValue.SIGNAL_TITLE);
    }

    @Bean
    WordsValue signalClauses() {
        return new WordsValue(WordsValue.SIGNAL_CLAUSE);
    }

    @Bean
    WordsValue signalExplanations() {
        return new WordsValue(WordsValue.SIGNAL_EXPLANATION);
    }

    @Bean
    WordsValue resultTitles() {
        return new WordsValue(WordsValue.RESULT_TITLE);
    }

    @Bean
    WordsValue resultClauses() {
        return new WordsValue(WordsValue.RESULT_CLAUSE);
    }

    @Bean
    WordsValue resultNeeds() {
        return new WordsValue(WordsValue.RESULT_NEEDS);
    }

    @Bean
    WordsValue outcomesTitles() {
        return new WordsValue(WordsValue.OUTCOMES_TITLE);
    }

    @Bean
    WordsValue outcomesClauses() {
        return new WordsValue(WordsValue.OUTCOMES_CLAUSE);
    }
}
