package io.lianshu.collusion.casework;

import io.lianshu.collusion.WordsValue;
import io.lianshu.explore.NodeWords;
import io.lianshu.platform.code.CodeLists;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what fields of cases are computed by. */
@Configuration(proxyBeanMethods = false)
class CaseConfiguration {

    @Bean
    IntactValue evidenceIntact() {
        return new IntactValue(IntactValue.EVIDENCE);
    }

    @Bean
    IntactValue custodyIntact() {
        return new IntactValue(IntactValue.CUSTODY);
    }

    @Bean
    WordsValue evidenceTitles() {
        return new WordsValue(WordsValue.EVIDENCE_TITLE);
    }

    @Bean
    WordsValue evidenceClauses() {
        return new WordsValue(WordsValue.EVIDENCE_CLAUSE);
    }

    @Bean
    WordsValue evidenceExplanations() {
        return new WordsValue(WordsValue.EVIDENCE_EXPLANATION);
    }

    @Bean
    EventText eventTexts(CodeLists codes, NodeWords words) {
        return new EventText(codes, words);
    }
}
