package io.lianshu.collusion.casework;

import io.lianshu.collusion.casework.Dossier.Block;
import io.lianshu.collusion.casework.Dossier.Heading;
import io.lianshu.collusion.casework.Dossier.Paragraph;
import io.lianshu.collusion.casework.Dossier.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Puts the answer of the operation CaseDossier on paper. */
final class DossierText {

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
        text.evidence(nodes(matter, "evidence").toList());
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
                        List.of("案件编号 · Number", PaperText.of(matter, "caseNo")),
                        List.of("案由 · Matter", PaperText.of(matter, "title")),
                        List.of("状态 · Status", PaperText.label(matter, "status")),
                        List.of(
                                "立卷 · Opened",
                                PaperText.minute(matter, "openedAt") + " " + PaperText.name(matter, "openedBy")),
                        List.of("承办人 · In charge", PaperText.name(matter, "officer")),
                        List.of("立卷说明 · Why", PaperText.of(matter, "note")),
                        List.of("涉嫌企业 · Suspected", PaperText.names(matter.path("suspected"))),
                        List.of("已排除企业 · Cleared", PaperText.names(matter.path("cleared"))),
                        List.of("证据保全 · Legal hold", matter.path("legalHold").asBoolean() ? "是 yes" : "否 no"))));
        table(
                "二、标段 · Lots",
                matter.path("lots").valueStream(),
                List.of("编号 · Code", "名称 · Name", "开标时间 · Opened"),
                lot -> List.of(
                        PaperText.of(lot, "bidSectionCode"),
                        PaperText.of(lot, "name"),
                        PaperText.minute(lot, "openedAt")));
        table(
                "三、所涉企业 · Companies",
                matter.path("companies").valueStream(),
                List.of("名称 · Name", "统一社会信用代码 · Credit code"),
                company -> List.of(
                        PaperText.of(company, "name"),
                        PaperText.of(company, company.path("uscc").isString() ? "uscc" : "identifierValue")));
    }

    private void evidence(List<JsonNode> pieces) {
        heading("四、证据 · Evidence");
        int place = 0;
        for (JsonNode piece : pieces) {
            place++;
            blocks.add(new Paragraph("证据 " + place + " · Evidence " + place));
            blocks.add(new Table(List.of("项目 · Item", "内容 · Content"), EvidenceText.rows(piece)));
        }
        if (pieces.isEmpty()) {
            blocks.add(new Paragraph("无 · none"));
        }
    }

    private void words(JsonNode matter) {
        table(
                "五、企业说明 · Statements",
                nodes(matter, "statements"),
                List.of("企业 · Company", "收到与登记 · Received, recorded", "说明 · Statement", "评议 · Assessment"),
                one -> List.of(
                        PaperText.name(one, "company"),
                        PaperText.of(one, "receivedOn") + "\n" + PaperText.minute(one, "recordedAt"),
                        PaperText.of(one, "content") + files(one),
                        accepted(one) + " " + PaperText.of(one, "assessment") + "\n"
                                + PaperText.minute(one, "assessedAt")));
        table(
                "六、约谈 · Interviews",
                nodes(matter, "interviews"),
                List.of("编号 · Number", "企业 · With", "时间地点 · When, where", "事由 · Subject", "要点 · Summary"),
                one -> List.of(
                        PaperText.of(one, "interviewNo") + "\n" + PaperText.label(one, "status"),
                        PaperText.names(one.path("interviewed")),
                        PaperText.minute(one, one.path("heldAt").isString() ? "heldAt" : "plannedAt") + " "
                                + PaperText.of(one, "place"),
                        PaperText.of(one, "subject"),
                        PaperText.of(one, "summary")));
    }

    private static String files(JsonNode statement) {
        return statement
                .path("files")
                .valueStream()
                .map(file -> "\n附件 file: " + PaperText.file(file))
                .collect(Collectors.joining());
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
                nodes(matter, "decisions"),
                List.of("文号 · Number", "结论 · Outcome", "依据 · Basis", "拟定与批准 · Proposed, approved"),
                one -> List.of(
                        PaperText.of(one, "docNo"),
                        PaperText.label(one, "outcome") + " " + PaperText.names(one.path("companies")),
                        PaperText.of(one, "basis"),
                        PaperText.label(one, "status") + "\n" + PaperText.name(one, "proposedBy") + " "
                                + PaperText.minute(one, "proposedAt") + "\n" + PaperText.name(one, "decidedBy") + " "
                                + PaperText.minute(one, "decidedAt") + reason(one)));
        table(
                "八、保证金 · Securities kept",
                nodes(matter, "forfeitures"),
                List.of("文号 · Number", "金额 · Amount", "依据 · Ground", "状态 · Status"),
                one -> List.of(
                        PaperText.of(one, "decisionNo"),
                        PaperText.of(one, "amount"),
                        PaperText.label(one, "basis"),
                        PaperText.label(one, "status")));
        table(
                "九、经过 · What happened",
                matter.path("timeline").valueStream(),
                List.of("时间 · When", "事项 · What", "内容 · Which"),
                one -> List.of(PaperText.minute(one, "at"), PaperText.label(one, "kind"), PaperText.of(one, "text")));
    }

    private static String reason(JsonNode decision) {
        String reason = PaperText.of(decision, "reason");
        return reason.isEmpty() ? "" : "\n理由 reason: " + reason;
    }

    private void table(
            String heading, Stream<JsonNode> nodes, List<String> headers, Function<JsonNode, List<String>> row) {
        heading(heading);
        List<List<String>> rows = nodes.map(row).toList();
        blocks.add(rows.isEmpty() ? new Paragraph("无 · none") : new Table(headers, rows));
    }

    private static Stream<JsonNode> nodes(JsonNode matter, String connection) {
        return matter.path(connection).path("edges").valueStream().map(edge -> edge.path("node"));
    }

    private void heading(String text) {
        blocks.add(new Heading(text));
    }
}
