package io.lianshu.platform.http;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a request may be.
 *
 * @param body the HTTP body
 * @param patience how long the body may take to arrive
 * @param digits digits in a row in the document: numbers of many more take seconds to be read
 * @param tokens tokens of the document
 * @param depth fields within fields, fragments followed; introspection has limits of its own
 * @param aliases aliased fields, counted again wherever a fragment is spread
 * @param rootFields fields of an operation, fragments followed
 * @param directives directives on one field, fragment or operation
 * @param origins whose pages may open a WebSocket besides the hub's own, as {@code https://host:port}
 */
@ConfigurationProperties("lianshu.limits")
record LimitSettings(
        @DefaultValue("256KB") DataSize body,
        @DefaultValue("20s") Duration patience,
        @DefaultValue("400") int digits,
        @DefaultValue("2000") int tokens,
        @DefaultValue("12") int depth,
        @DefaultValue("30") int aliases,
        @DefaultValue("10") int rootFields,
        @DefaultValue("10") int directives,
        @DefaultValue List<String> origins) {

    LimitSettings {
        origins = List.copyOf(origins);
    }
}
