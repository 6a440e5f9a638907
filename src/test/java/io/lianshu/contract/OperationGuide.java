package io.lianshu.contract;

import io.lianshu.contract.OperationPins.Pin;
import io.lianshu.platform.read.OperationFiles.OperationFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code mobile-docs/operations.md}: a phone's operations with what they answer. */
final class OperationGuide {

    static final List<String> CLIENTS = List.of("agent", "department", "supervisor", "owner", "public");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final String HEADER = """
            # 操作示例 · Operations with sample answers

            由测试 `OperationHitsIT` 生成，请勿手改。回答取自 2026 年 3 月 2 日的示例区；您启动的示例区以当天为准，日期因此不同。每个 `edges`
            列表只印第一项，其余略去；字节数是完整回答的，`gzip` 为压缩后的上限。
            Written by the test `OperationHitsIT`; do not edit. The answers are those of the sample district of 2 March 2026; a
            district that you start stands on its own day, so dates differ. Of every list of `edges` the first is printed, the
            others are left out; bytes are those of the whole answer, and those of `gzip` are a bound.

            | 操作 operation | 身份 viewer | 字节 bytes | gzip |
            |---|---|---|---|
            """;

    private OperationGuide() {}

    /** @param answers the bodies by {@code client/Name}, as the hub sent them */
    static String write(List<OperationFile> operations, Map<String, String> answers, Map<String, Pin> pins) {
        List<OperationFile> shown = operations.stream()
                .filter(operation -> CLIENTS.contains(operation.client()))
                .toList();
        StringBuilder text = new StringBuilder(HEADER);
        for (OperationFile operation : shown) {
            Pin pin = Objects.requireNonNull(pins.get(key(operation)), () -> key(operation) + " has no pin");
            text.append("| [%s](#%s) | %s | %,d | %,d |\n"
                    .formatted(
                            operation.name(),
                            operation.name().toLowerCase(Locale.ROOT),
                            operation.client(),
                            pin.plain(),
                            pin.gzip()));
        }
        for (OperationFile operation : shown) {
            String answer = Objects.requireNonNull(answers.get(key(operation)));
            text.append("\n## ").append(operation.name()).append("\n\n");
            text.append(remark(operation.document())).append("\n\n");
            text.append(
                    "[`api/operations/%1$s.graphql`](../api/operations/%1$s.graphql)\n\n".formatted(key(operation)));
            text.append("```graphql\n")
                    .append(withoutRemark(operation.document()))
                    .append("```\n\n");
            text.append("变量 variables\n\n```json\n");
            text.append(JSON.writeValueAsString(operation.variables())).append("\n```\n\n");
            text.append("回答 answer\n\n```json\n");
            text.append(JSON.writeValueAsString(shortened(JSON.readTree(answer))))
                    .append("\n```\n");
        }
        return text.toString();
    }

    static String key(OperationFile operation) {
        return operation.client() + "/" + operation.name();
    }

    private static String remark(String document) {
        return document.lines()
                .takeWhile(line -> line.startsWith("#"))
                .map(line -> line.substring(1).strip())
                .collect(Collectors.joining("\n"));
    }

    private static String withoutRemark(String document) {
        return document.lines().dropWhile(line -> line.startsWith("#")).collect(Collectors.joining("\n", "", "\n"));
    }

    private static Object shortened(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            node.properties()
                    .forEach(field -> fields.put(
                            field.getKey(),
                            field.getKey().equals("edges") && field.getValue().size() > 1
                                    ? List.of(shortened(field.getValue().get(0)))
                                    : shortened(field.getValue())));
            return fields;
        }
        if (node.isArray()) {
            List<Object> items = new ArrayList<>();
            node.forEach(item -> items.add(shortened(item)));
            return items;
        }
        return node;
    }
}
