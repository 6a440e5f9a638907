package io.lianshu.collusion.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A piece of evidence on paper: what it says as it was when it was collected, its files and paths, its hash and who had it. */
final class EvidenceText {

    private static final JsonMapper JSON = JsonMapper.shared();

    private EvidenceText() {}

    /** A row for each thing that is told of it: what, and the text. */
    static List<List<String>> rows(JsonNode piece) {
        JsonNode content = content(piece);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("种类 · Kind", PaperText.label(piece, "kind")));
        rows.add(List.of("名称 · Title", PaperText.of(piece, "title")));
        if (piece.path("clause").isString()) {
            rows.add(List.of("条款 · Clause", PaperText.of(piece, "clause")));
        }
        rows.add(List.of("内容 · Content", PaperText.of(piece, "explanation")));
        if (content.path("interviewNo").isString()) {
            rows.add(List.of("约谈企业 · With", PaperText.names(content.path("companies"))));
        }
        if (content.path("objectKey").isString()) {
            rows.add(List.of("文件 · File", PaperText.file(content)));
        }
        content.path("minutes").forEach(file -> rows.add(List.of("笔录 · Minutes", PaperText.file(file))));
        content.path("paths").forEach(path -> rows.add(List.of("证据路径 · Path", path(path))));
        rows.add(List.of(
                "采集 · Collected", PaperText.minute(piece, "collectedAt") + " " + PaperText.name(piece, "collectedBy")));
        rows.add(List.of("SHA-256", PaperText.of(piece, "sha256") + " " + fits(piece, "intact")));
        rows.add(List.of("保管链完整 · Chain of custody", fits(piece, "chainIntact")));
        piece.at("/custody/edges").forEach(edge -> {
            JsonNode link = edge.path("node");
            rows.add(List.of(
                    "保管链 · Custody " + link.path("number").asInt(),
                    PaperText.instant(link, "at") + " " + PaperText.label(link, "act") + " "
                            + PaperText.name(link, "person") + " (" + PaperText.of(link, "by") + ") "
                            + PaperText.of(link, "note") + "\n" + PaperText.of(link, "hash") + " "
                            + fits(link, "intact")));
        });
        return rows;
    }

    /** Nothing of a content that was altered until it is no JSON; its hash tells. */
    private static JsonNode content(JsonNode piece) {
        try {
            return JSON.readTree(PaperText.of(piece, "content"));
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    private static String fits(JsonNode node, String field) {
        return node.path(field).asBoolean() ? "✓ 一致 intact" : "× 不一致 altered";
    }

    /** Its nodes in order, between them what relates each to the one before, with an arrow the way the relation leads. */
    private static String path(JsonNode path) {
        StringBuilder told = new StringBuilder();
        for (JsonNode step : path) {
            if (!told.isEmpty()) {
                String arrows = step.path("relations")
                        .valueStream()
                        .map(EvidenceText::arrow)
                        .collect(Collectors.joining(" "));
                told.append(' ').append(arrows.isEmpty() ? "→" : arrows).append(' ');
            }
            told.append(PaperText.of(step, "type")).append(' ').append(PaperText.of(step, "name"));
        }
        return told.toString();
    }

    private static String arrow(JsonNode relation) {
        String words = PaperText.of(relation, "zh") + " " + PaperText.of(relation, "en");
        return "OUT".equals(PaperText.of(relation, "direction")) ? "—" + words + "→" : "←" + words + "—";
    }
}
