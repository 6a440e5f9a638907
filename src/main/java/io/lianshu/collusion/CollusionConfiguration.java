package io.lianshu.collusion;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what the room does in a hub; its commands need none of it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CollusionSettings.class)
class CollusionConfiguration {

    @Bean
    KnownMarket knownMarket() {
        return new KnownMarket();
    }

    @Bean
    BiddingSweep biddingSweep(
            OpenedBidsGraph bids, ResultsGraph results, KnownMarket known, CollusionSettings settings, Clock clock) {
        return new BiddingSweep(bids, results, known, settings, clock);
    }

    @Bean
    ExpansionArguments expansionArguments(KnownMarket known) {
        return new ExpansionArguments(known);
    }

    @Bean
    WordsValue lotWords() {
        return new WordsValue(WordsValue.LOT);
    }

    @Bean
    WordsValue bidderWords() {
        return new WordsValue(WordsValue.BIDDER);
    }

    @Bean
    WordsValue pairWords() {
        return new WordsValue(WordsValue.PAIR);
    }

    @Bean
    WordsValue groupWords() {
        return new WordsValue(WordsValue.GROUP);
    }
}
