package io.lianshu.collusion.casework;

import io.lianshu.collusion.casework.Dossier.Block;
import io.lianshu.collusion.casework.Dossier.Heading;
import io.lianshu.collusion.casework.Dossier.Paragraph;
import io.lianshu.collusion.casework.Dossier.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts the answer of the operation CaseDossier on paper. */
final class DossierText {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CAUTION = "本卷宗汇集核查材料，所列线索仅供核查，不构成对任何单位或个人的认定；"
            + "结论以经批准的决定为准。\nThis dossier gathers material of an inquiry. Its leads are no findings about anybody; what was found is in"
            + " the approved decisions.";

    private final List<Block> blocks = new ArrayList<>();

    private DossierText() {}

    /**
     * @param matter the case
     * @param printed who gave it out, and when
     */
    static Dossier of(JsonNode matter, String printed) {
        DossierText text = new DossierText();
        text.facts(matter);
        text.evidence(matter.at("/evidence/edges"));
        text.words(matter);
        text.decisions(matter);
        return new Dossier("围标串标核查卷宗 " + matter.path("caseNo").asString(), printed, text.blocks);
    }

    private void facts(JsonNode matter) {
        blocks.add(new Paragraph(CAUTION));
        heading("一、案件 · The case");
        blocks.add(new Table(
                List.of("项目 · Item", "内容 · Content"),
                List.of(
                        List.of("案件编号 · Number", text(matter, "caseNo")),
                        List.of("案由 · Matter", text(matter, "title")),
                        List.of("状态 · Status", text(matter.path("status"), "label")),
                        List.of("立卷 · Opened", text(matter, "openedAt") + " " + text(matter.path("openedBy"), "name")),
                        List.of("承办人 · In charge", text(matter.path("officer"), "name")),
                        List.of("立卷说明 · Why", text(matter, "note")),
                        List.of("涉嫌企业 · Suspected", names(matter.path("suspected"))),
                        List.of("已排除企业 · Cleared", names(matter.path("cleared"))),
                        List.of("证据保全 · Legal hold", matter.path("legalHold").asBoolean() ? "是 yes" : "否 no"))));
        table(
                "二、标段 · Lots",
                matter.path("lots"),
                List.of("编号 · Code", "名称 · Name", "开标时间 · Opened"),
                lot -> List.of(text(lot, "bidSectionCode"), text(lot, "name"), text(lot, "openedAt")));
        table(
                "三、所涉企业 · Companies",
                matter.path("companies"),
                List.of("名称 · Name", "统一社会信用代码 · Credit code"),
                company -> List.of(text(company, "name"), text(company, "identifierValue")));
    }

    private void evidence(JsonNode edges) {
        heading("四、证据 · Evidence");
        int place = 0;
        for (JsonNode edge : edges) {
            JsonNode piece = edge.path("node");
            place++;
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("种类 · Kind", text(piece.path("kind"), "label")));
            rows.add(List.of("名称 · Title", text(piece, "title")));
            if (piece.path("clause").isString()) {
                rows.add(List.of("条款 · Clause", text(piece, "clause")));
            }
            rows.add(List.of("内容 · Content", text(piece, "explanation")));
            paths(piece).forEach(path -> rows.add(List.of("证据路径 · Path", path)));
            rows.add(List.of(
                    "采集 · Collected", text(piece, "collectedAt") + " " + text(piece.path("collectedBy"), "name")));
            rows.add(List.of(
                    "SHA-256", text(piece, "sha256") + (piece.path("intact").asBoolean() ? " ✓" : " ✗")));
            rows.add(List.of(
                    "保管链完整 · Chain of custody", piece.path("chainIntact").asBoolean() ? "✓" : "✗"));
            piece.at("/custody/edges")
                    .valueStream()
                    .map(link -> link.path("node"))
                    .forEach(link -> rows.add(List.of(
                            "保管链 · Custody " + link.path("number").asInt(),
                            text(link, "at") + " " + text(link.path("act"), "label") + " " + text(link, "by") + " "
                                    + text(link, "note") + "\n" + text(link, "hash")
                                    + (link.path("intact").asBoolean() ? " ✓" : " ✗"))));
            blocks.add(new Paragraph("证据 " + place + " · Evidence " + place));
            blocks.add(new Table(List.of("项目 · Item", "内容 · Content"), rows));
        }
        if (place == 0) {
            blocks.add(new Paragraph("无 · none"));
        }
    }

    /** Each path in words, as it was when it was collected. */
    private static List<String> paths(JsonNode piece) {
        List<String> paths = new ArrayList<>();
        JSON.readTree(text(piece, "content"))
                .path("paths")
                .forEach(path -> paths.add(path.valueStream()
                        .map(step -> text(step, "type") + " " + text(step, "name"))
                        .collect(Collectors.joining(" → "))));
        return paths;
    }

    private void words(JsonNode matter) {
        table(
                "五、企业说明 · Statements",
                matter.path("statements"),
                List.of("企业 · Company", "收到 · Received", "说明 · Statement", "评议 · Assessment"),
                one -> List.of(
                        text(one.path("company"), "name"),
                        text(one, "receivedOn"),
                        text(one, "content"),
                        accepted(one) + " " + text(one, "assessment")));
        table(
                "六、约谈 · Interviews",
                matter.path("interviews"),
                List.of("编号 · Number", "时间地点 · When, where", "事由 · Subject", "要点 · Summary"),
                one -> List.of(
                        text(one, "interviewNo"),
                        text(one, "heldAt") + " " + text(one, "place"),
                        text(one, "subject"),
                        text(one, "summary")));
    }

    private static String accepted(JsonNode statement) {
        if (!statement.path("accepted").isBoolean()) {
            return "未评议 not assessed";
        }
        return statement.path("accepted").asBoolean() ? "采纳 accepted" : "不采纳 not accepted";
    }

    private void decisions(JsonNode matter) {
        table(
                "七、决定 · Decisions",
                matter.path("decisions"),
                List.of("文号 · Number", "结论 · Outcome", "依据 · Basis", "拟定与批准 · Proposed, approved"),
                one -> List.of(
                        text(one, "docNo"),
                        text(one.path("outcome"), "label") + " " + names(one.path("companies")),
                        text(one, "basis"),
                        text(one.path("status"), "label") + "\n" + text(one.path("proposedBy"), "name") + " "
                                + text(one, "proposedAt") + "\n" + text(one.path("decidedBy"), "name") + " "
                                + text(one, "decidedAt")));
        table(
                "八、保证金 · Securities kept",
                matter.path("forfeitures"),
                List.of("文号 · Number", "金额 · Amount", "依据 · Ground", "状态 · Status"),
                one -> List.of(
                        text(one, "decisionNo"),
                        text(one, "amount"),
                        text(one.path("basis"), "label"),
                        text(one.path("status"), "label")));
        table(
                "九、经过 · What happened",
                matter.path("timeline"),
                List.of("时间 · When", "事项 · What", "内容 · Which"),
                one -> List.of(text(one, "at"), text(one.path("kind"), "label"), text(one, "text")));
    }

    private void table(String heading, JsonNode nodes, List<String> headers, Function<JsonNode, List<String>> row) {
        heading(heading);
        List<List<String>> rows = nodes.valueStream().map(row).toList();
        blocks.add(rows.isEmpty() ? new Paragraph("无 · none") : new Table(headers, rows));
    }

    private void heading(String text) {
        blocks.add(new Heading(text));
    }

    private static String names(JsonNode nodes) {
        return nodes.valueStream().map(node -> text(node, "name")).collect(Collectors.joining("、"));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
