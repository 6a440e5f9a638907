package io.lianshu.collusion.casework;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.lianshu.platform.identifier.Sha256;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dossiers as Word and PDF files, read back by the libraries that write them, and who took them out. */
class DossierIT extends CaseHub {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void theWordFileHasPathsClausesHashesAndStatements() throws Exception {
        String matter = interviewed();
        stated(matter, id("three"), "报价由本公司\n独立编制");
        HttpResponse<byte[]> answer = dossier(matter, "?format=docx", "case-officer");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("AJ-2026-00001.docx");
        String text = words(answer.body());
        holdsWhatCounts(text);
        assertThat(text).contains("报价由本公司\n独立编制");
        assertThat(one("MATCH (:CollusionCase)-[:EXPORTED_AS]->(e:CustodyEvent) RETURN e.sha256"))
                .isEqualTo(HexFormat.of().formatHex(Sha256.begin().digest(answer.body())));
    }

    @Test
    void paperSaysWhatAPageSays() throws Exception {
        write("MATCH (c:Company {id: $id}) SET c.uscc = '91330206MA2XX00A11'", Map.of("id", id("one")));
        // The account that paid the premium of a guarantee, which is not the account that paid.
        write(
                """
                MATCH (d:Deposit {id: $deposit}), (s:CollusionSignal {id: $signal})
                CREATE (d)-[:PREMIUM_PAID_FROM]->(:BankAccount {id: $account, numberHash: 'x'})
                SET s.walks = s.walks + $walk
                """,
                Map.of(
                        "deposit",
                        id("deposit"),
                        "signal",
                        id("hard"),
                        "account",
                        id("acc", "premium"),
                        "walk",
                        String.join(",", id("one"), id("bidOne"), id("deposit"), id("acc", "premium"))));
        String matter = interviewed();
        String proposed = proposed(matter, "CONFIRMED", "文9号");
        done("supervisor", "rejectCaseDecision", DECISION, "decision", proposed, "reason", "证据链尚不完整");
        for (String content : List.of("先说", "后说")) {
            stated(matter, id("two"), content, id("file"));
        }
        done("case-officer", "addEvidence", CASE, "case", matter, "files", List.of(id("file")), "note", "评标现场截图");
        String text = words(dossier(matter, "?format=docx", "case-officer").body());
        assertThat(text.replaceAll("\\s+", ""))
                .contains(
                        "甲建设有限公司91330206MA2XX00A11",
                        "—递交投标submitted→投标TB-1—投标保证金securedby→投标保证金#",
                        "—保费付款账户premiumpaidfrom→银行账户#",
                        "约谈企业·With甲建设有限公司、",
                        "笔录·Minutes标书截图.jpg·1000BSHA-256abcdef",
                        "文件·File标书截图.jpg·1000BSHA-256abcdef",
                        "附件file:标书截图.jpg",
                        "理由reason:证据链尚不完整",
                        "采集固定分析甲(demo-analyst)");
        assertThat(text.indexOf("先说")).isLessThan(text.indexOf("后说"));
        assertThat(text.indexOf("文件出自同一台电脑")).isLessThan(text.indexOf("约谈 YT-"));
        assertThat(text.indexOf("约谈 YT-")).isLessThan(text.indexOf("评标现场截图"));
        assertThat(text).doesNotContain("+08:00").containsPattern("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}");
    }

    private static String words(byte[] file) throws Exception {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file));
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            return words.getText();
        }
    }

    @Test
    void thePdfFileCarriesTheCharactersThatItUses() throws Exception {
        String matter = interviewed();
        HttpResponse<byte[]> answer = dossier(matter, "?format=pdf", "director");
        assertThat(answer.statusCode()).isEqualTo(200);
        PdfReader reader = new PdfReader(answer.body());
        PdfTextExtractor extractor = new PdfTextExtractor(reader);
        StringBuilder text = new StringBuilder();
        for (int page : IntStream.rangeClosed(1, reader.getNumberOfPages()).toArray()) {
            text.append(extractor.getTextFromPage(page));
        }
        holdsWhatCounts(text.toString().replaceAll("\\s+", ""));
        // A subset of the font is inside, not the whole of it.
        assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1)).contains("FontFile2");
        assertThat(answer.body()).hasSizeLessThan(500_000);
        assertThat(read(
                                "supervisor",
                                "{ auditEvents(first: 5) { edges { node { action { code } command subject } } } }")
                        .toString())
                .contains("\"action\":{\"code\":\"EXPORT\"},\"command\":\"exportDossier\",\"subject\":\"" + matter);
    }

    private static void holdsWhatCounts(String text) {
        String hash = String.valueOf(one("MATCH (e:Evidence {kind: 'SIGNAL'}) RETURN e.sha256"));
        assertThat(text.replaceAll("\\s+", ""))
                .contains(
                        "围标串标核查卷宗AJ-2026-00001",
                        "不构成对任何单位或个人的认定",
                        "第四十条第（一）项",
                        "甲建设有限公司—递交投标submitted→投标TB-1→设备",
                        hash,
                        "三家企业均已说明",
                        "海交管〔2026〕1号",
                        "办案甲")
                .doesNotContain("valueHash", "null");
    }

    @ParameterizedTest
    @CsvSource({
        "public, pdf, 401, NOT_SIGNED_IN",
        "agent, pdf, 403, NOT_ALLOWED",
        "analyst, pdf, 403, NOT_ALLOWED",
        "case-officer, xlsx, 400, BAD_PARAMETER"
    })
    void whoMayNotTakeItOutOrAsksForAnotherFileIsRefused(String viewer, String format, int status, String code)
            throws Exception {
        HttpResponse<byte[]> answer = dossier(opened(), "?format=" + format, viewer);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains(code);
        assertThat(count("(:CustodyEvent {act: 'EXPORTED'})")).isZero();
    }

    @Test
    void thereIsNoDossierOfWhatIsNoCase() throws Exception {
        assertThat(dossier(id("ccs", "none"), "", "case-officer").statusCode()).isEqualTo(404);
        assertThat(dossier(id("lot"), "", "case-officer").statusCode()).isEqualTo(404);
        assertThat(dossier("x", "", "case-officer").statusCode()).isIn(400, 404);
    }

    private HttpResponse<byte[]> dossier(String matter, String query, String viewer) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/cases/" + matter + "/dossier" + query))
                        .header("Lianshu-Viewer", viewer)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }
}
