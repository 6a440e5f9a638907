package io.lianshu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tables sent to a running hub. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"lianshu.upload.most=64KB", "lianshu.upload.waiting=1", "lianshu.read.plan-at-start=false"})
class UploadIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String REGIONS = "区划代码,名称,级别,parent\n330299,甲区,DISTRICT,\n330299001,乙街道,TOWN,330299\n";

    @TempDir
    private static Path data;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        TestEngine.register(registry);
        registry.add("lianshu.demo", () -> true);
        registry.add("lianshu.data", () -> data.toString());
    }

    @BeforeAll
    static void empty() {
        TestEngine.wipe();
    }

    @AfterAll
    static void leaveNothing() {
        TestEngine.wipe();
    }

    private HttpRequest.Builder request(String path, String viewer) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept-Language", "en");
        return viewer.isEmpty() ? request : request.header("Lianshu-Viewer", viewer);
    }

    private HttpResponse<String> send(String query, String viewer, String type, byte[] body) throws Exception {
        return HTTP.send(
                request("/imports?" + query, viewer)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String viewer) throws Exception {
        return HTTP.send(request(path, viewer).build(), BodyHandlers.ofString());
    }

    private JsonNode over(HttpResponse<String> sent, String viewer) throws Exception {
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        String place = sent.headers().firstValue("Location").orElseThrow();
        while (true) {
            JsonNode view = JSON.readTree(get(place, viewer).body());
            if (view.get("state").asString().matches("DONE|FAILED")) {
                return view;
            }
            Thread.sleep(50);
        }
    }

    private JsonNode imported(String query, String table) throws Exception {
        return over(send(query, "importer", "text/csv", table.getBytes(StandardCharsets.UTF_8)), "importer");
    }

    private static long left() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("imports"))) {
            return files.filter(file -> file.endsWith("upload")).count();
        }
    }

    @Test
    void aTableComesInAndComingAgainChangesNothing() throws Exception {
        JsonNode first = imported("template=regions", REGIONS);
        assertThat(first.get("state").asString()).as(first.toString()).isEqualTo("DONE");
        assertThat(first.get("rows").get("written").asInt()).isEqualTo(2);
        assertThat(first.get("nodes").get("Region").get("created").asInt()).isEqualTo(2);
        assertThat(first.get("report").isNull()).isTrue();
        JsonNode again = imported("template=regions&dryRun=true", REGIONS);
        assertThat(again.get("nodes").get("Region").get("unchanged").asInt()).isEqualTo(2);
        assertThat(left()).isZero();
        assertThat(TestImports.count("MATCH (r:Region {code: '330299'}) WHERE r.source = 'upload' RETURN count(r)"))
                .isOne();
    }

    @Test
    void aFormWithOneFileIsTakenAndItsNameIsTheSource() throws Exception {
        String form = "--x\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\\\tables\\\\some.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\ncode,name,level\n330297,丁区,DISTRICT\n\r\n--x--\r\n";
        HttpResponse<String> sent = send(
                "template=regions",
                "administrator",
                "multipart/form-data; boundary=x",
                form.getBytes(StandardCharsets.UTF_8));
        JsonNode view = over(sent, "administrator");
        assertThat(view.get("rows").get("written").asInt()).as(view.toString()).isOne();
        assertThat(TestImports.count("MATCH (r:Region {code: '330297'}) WHERE r.source = 'some.csv' RETURN count(r)"))
                .isOne();
        String place = sent.headers().firstValue("Location").orElseThrow();
        assertThat(get(place, "importer").statusCode())
                .as("what the administrator sent is not for importers")
                .isEqualTo(404);
    }

    @Test
    void rejectedRowsAreInTheReport() throws Exception {
        JsonNode view = imported("template=regions", "code,name,level\n1,坏,NO_SUCH\n330298,好,DISTRICT\n");
        assertThat(view.get("rows").get("rejected").asInt()).isOne();
        HttpResponse<String> report = get(view.get("report").asString(), "importer");
        assertThat(report.body()).startsWith("\ufeffseverity,").contains("UNKNOWN_CODE,upload,2,");
        assertThat(report.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(get(view.get("report").asString(), "analyst").statusCode()).isEqualTo(403);
        assertThat(get(view.get("report").asString(), "").statusCode()).isEqualTo(401);
    }

    @Test
    void nobodyLearnsFromCountsWhatLiesInALotThatIsNotOpened() throws Exception {
        JsonNode view = imported("template=bids&dryRun=true", "bidNo,lot,lotRound,round,sequence,tenderer\n,,,,,\n");
        assertThat(view.get("state").asString()).isEqualTo("DONE");
        assertThat(view.get("nodes").isNull()).isTrue();
        assertThat(view.get("relations").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "template=regions, '', text/csv, a, 401, IMPORT_NOT_SIGNED_IN",
        "template=regions, analyst, text/csv, a, 403, IMPORT_NOT_ALLOWED",
        "template=nothing, importer, text/csv, a, 400, BAD_PARAMETER",
        "template=../codes/currency, importer, text/csv, a, 400, BAD_PARAMETER",
        "dryRun=true, importer, text/csv, a, 400, BAD_PARAMETER",
        "template=regions&dryRun=yes, importer, text/csv, a, 400, BAD_PARAMETER",
        "template=regions&encoding=LATIN-99, importer, text/csv, a, 400, BAD_PARAMETER",
        "template=regions, importer, text/csv, '', 400, UPLOAD_EMPTY",
        "template=regions, importer, application/json, {}, 415, UNSUPPORTED_MEDIA_TYPE",
        "template=regions, importer, rubbish, a, 415, UNSUPPORTED_MEDIA_TYPE",
        "template=regions, importer, multipart/form-data, a, 400, UPLOAD_BROKEN",
        "template=regions, importer, multipart/form-data; boundary=x, a, 400, UPLOAD_BROKEN",
        "template=regions, importer, multipart/form-data; boundary=x, '', 400, UPLOAD_BROKEN",
    })
    void whatCannotBeTakenIsRefusedAtOnce(
            String query, String viewer, String type, String body, int status, String code) throws Exception {
        HttpResponse<String> answer = send(query, viewer, type, body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"" + code + "\"");
        assertThat(left()).isZero();
    }

    @Test
    void whatIsNoTableOrTooLargeIsRefusedAndNothingStays() throws Exception {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
        assertThat(send("template=regions", "importer", "text/csv", picture).statusCode())
                .isEqualTo(415);
        HttpResponse<String> large = send("template=regions", "importer", "text/csv", new byte[80_000]);
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(left()).isZero();
        JsonNode wrong = imported("template=regions", "colour,size\nred,1\n");
        assertThat(wrong.get("state").asString()).isEqualTo("FAILED");
        assertThat(wrong.get("error").get("code").asString()).isEqualTo("IMPORT_HEADER_WRONG");
    }

    @Test
    void uploadsThatAreBrokenOffLeaveNothingAndMakeRoomAgain() throws Exception {
        try (Socket one = begun();
                Socket two = begun()) {
            HttpResponse<String> full = null;
            for (int i = 0; i < 100 && (full == null || full.statusCode() != 429); i++) {
                Thread.sleep(50);
                full = send(
                        "template=regions&dryRun=true",
                        "importer",
                        "text/csv",
                        REGIONS.getBytes(StandardCharsets.UTF_8));
            }
            assertThat(full.statusCode()).isEqualTo(429);
            assertThat(full.headers().firstValue("Retry-After")).isPresent();
            assertThat(one.isConnected() && two.isConnected()).isTrue();
        }
        for (int i = 0; i < 100 && left() > 0; i++) {
            Thread.sleep(50);
        }
        assertThat(left()).isZero();
        assertThat(imported("template=regions&dryRun=true", REGIONS)
                        .get("state")
                        .asString())
                .isEqualTo("DONE");
    }

    /** A request whose body stops half-way. */
    private Socket begun() throws IOException {
        Socket socket = new Socket("localhost", port);
        OutputStream out = socket.getOutputStream();
        out.write(("POST /imports?template=regions HTTP/1.1\r\nHost: localhost\r\nLianshu-Viewer: importer\r\n"
                        + "Content-Type: text/csv\r\nContent-Length: 1000\r\n\r\ncode,name\n")
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
        return socket;
    }

    @Test
    void anImportThatIsNotKnownIsSaidToBeSafeToSendAgain() throws Exception {
        HttpResponse<String> answer = get("/imports/6d1f1f6e-0000-4000-8000-000000000000", "importer");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("IMPORT_UNKNOWN").contains("nothing will be doubled");
    }
}
