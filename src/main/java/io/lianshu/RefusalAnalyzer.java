package io.lianshu;

import io.lianshu.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a refusal at start in plain words, where a stack trace would stand. */
class RefusalAnalyzer extends AbstractFailureAnalyzer<Refusal> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, Refusal refusal) {
        return new FailureAnalysis(
                refusal.message(false) + System.lineSeparator() + System.lineSeparator() + refusal.english(),
                null,
                rootFailure);
    }
}
