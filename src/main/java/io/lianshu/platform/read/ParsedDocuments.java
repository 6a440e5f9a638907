package io.lianshu.platform.read;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Parsed and validated documents by their text, bounded by the length of all texts together. */
final class ParsedDocuments implements PreparsedDocumentProvider {

    private final Cache<String, PreparsedDocumentEntry> documents;

    ParsedDocuments(ReadSettings settings, MeterRegistry meters) {
        this.documents = Caffeine.newBuilder()
                .maximumWeight(settings.cachedCharacters())
                .weigher((String text, PreparsedDocumentEntry entry) -> text.length())
                .recordStats()
                .build();
        CaffeineCacheMetrics.monitor(meters, documents, "lianshu.documents");
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        return CompletableFuture.completedFuture(
                documents.get(input.getQuery(), text -> parseAndValidate.apply(input)));
    }
}
