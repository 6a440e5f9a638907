package io.lianshu.attachment;

import static io.lianshu.attachment.SentForms.field;
import static io.lianshu.attachment.SentForms.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.attachment.SentForms.Answer;
import io.lianshu.engine.Eventually;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Uploads that a hub does not take: each is told why, and nothing of any is left. */
@ExtendWith(OutputCaptureExtension.class)
class AttachmentRefusedIT extends PhotoHub {

    private static final byte[] JPEG = TestPhotos.jpeg(640, 480, 1);

    private List<String> before = List.of();

    @BeforeEach
    void look() throws IOException {
        before = files();
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        assertThat(files()).isEqualTo(before);
        assertThat(incoming()).isEmpty();
        assertThat(count("MATCH (a:Attachment) RETURN count(a)")).isZero();
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.message()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "'MZ\u0090', photo.jpg, application/x-msdownload",
        "'<html><script>alert(1)</script>', photo.jpg, text/html",
        "'<svg xmlns=\"http://www.w3.org/2000/svg\"/>', photo.png, image/svg+xml",
        "'PK\u0003\u0004\u0014 [Content_Types].xml', report.pdf, docx",
        "'PK\u0003\u0004', a.jpg, application/zip",
        "'GIF89a', a.jpg, image/gif",
        "'\u0000\u0000\u0000\u0018ftypheic', IMG_1.HEIC, Most Compatible"
    })
    void whatOnlyItsNameSaysIsAPhotoIsNamed(String content, String name, String said) throws Exception {
        Answer answer = hub.photo("agent", name, TestPhotos.text(content));
        refused(answer, 415, "ATTACHMENT_TYPE_REFUSED");
        assertThat(answer.message()).contains(said).contains("JPEG");
    }

    @Test
    void brokenPhotosAndDocumentsAreRefused() throws Exception {
        refused(hub.photo("agent", "a.jpg", Arrays.copyOf(JPEG, JPEG.length / 2)), 400, "ATTACHMENT_BROKEN");
        refused(hub.photo("agent", "a.pdf", TestPhotos.text("%PDF-1.4\nno end")), 400, "ATTACHMENT_BROKEN");
        byte[] png = TestPhotos.png(64, 64, 1);
        png[png.length / 2] ^= 1;
        refused(hub.photo("agent", "a.png", png), 400, "ATTACHMENT_BROKEN");
    }

    @Test
    void aSmallFileThatGrowsWithoutBoundsIsNotDecoded() throws Exception {
        byte[] head = ByteBuffer.allocate(13)
                .putInt(60_000)
                .putInt(60_000)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        byte[] plain = TestPhotos.plain("png", 8, 8);
        byte[] bomb = plain.clone();
        byte[] chunk = TestPhotos.chunk("IHDR", head);
        System.arraycopy(chunk, 0, bomb, 8, chunk.length);
        refused(hub.photo("agent", "a.png", bomb), 413, "ATTACHMENT_TOO_MANY_PIXELS");
    }

    @Test
    void aFormHasOneFileInItsPlace() throws Exception {
        refused(hub.send("agent", field("takenAt", "2026-03-02T09:30:00+08:00")), 400, "ATTACHMENT_EMPTY");
        refused(hub.photo("agent", "a.jpg", new byte[0]), 400, "ATTACHMENT_EMPTY");
        refused(
                hub.send("agent", part("file", "a.jpg", JPEG), part("file", "b.jpg", JPEG)),
                400,
                "ATTACHMENT_SEVERAL_FILES");
        refused(hub.send("agent", part("photo", "a.jpg", JPEG)), 400, "BAD_PARAMETER");
        refused(hub.send("agent", field("file", "text")), 400, "BAD_PARAMETER");
        refused(hub.send("agent", field("clientId", "1"), part("file", "a.jpg", JPEG)), 400, "BAD_PARAMETER");
        refused(hub.send("agent", part("file", "a.jpg", JPEG), field("takenAt", "yesterday")), 400, "BAD_PARAMETER");
        refused(
                hub.send("agent", field("note", "x".repeat(5_000)), part("file", "a.jpg", JPEG)),
                400,
                "ATTACHMENT_FORM_BROKEN");
        refused(hub.send("agent", SentForms.type(), TestPhotos.text("nothing")), 400, "ATTACHMENT_FORM_BROKEN");
        refused(hub.send("agent", "multipart/form-data", JPEG), 400, "ATTACHMENT_FORM_BROKEN");
        refused(hub.send("agent", "image/jpeg", JPEG), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X: y",
                "Content-Disposition: form-data",
                "Content-Disposition: attachment; filename=\"a.jpg\"",
                "Content-Disposition: form-data; name=\"file\"; filename*=UTF-8''%ZZ",
                "Content-Disposition: form-data; name=\"file\"; filename*=FOO''a",
                "Content-Disposition: form-data; name=\"file\"; filename=\"=?UTF-16?Q?=ZZ?=\"",
                "Content-Disposition: form-data; name=\"file\"; filename=\"a\"\r\nContent-Type: ///",
                "Content-Disposition: form-data; name=\"clientId\"\r\nContent-Type: text/plain; charset=foo"
            })
    void aPartWhoseHeaderIsWrongIsTheClientsFault(String header) throws Exception {
        byte[] part = SentForms.headed(header, JPEG);
        refused(hub.send("agent", part, part("file", "a.jpg", JPEG)), 400, "ATTACHMENT_FORM_BROKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31T23:59:59-18:00", "0001-01-01T00:00:00Z", "3000-01-01T00:00:00Z"})
    void noPhotoWasTakenInSuchAYear(String takenAt) throws Exception {
        refused(hub.send("agent", field("takenAt", takenAt), part("file", "a.jpg", JPEG)), 400, "BAD_PARAMETER");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 401, ATTACHMENT_NOT_SIGNED_IN",
        "director, 403, ATTACHMENT_NOT_ALLOWED",
        "supplier, 403, ATTACHMENT_NOT_ALLOWED",
        "owner, 403, ATTACHMENT_NOT_ALLOWED",
        "supervisor, 403, ATTACHMENT_NO_PERSON",
        "case-officer, 403, ATTACHMENT_NO_PERSON"
    })
    void onlyPeopleOfTheOfficeSendPhotos(String viewer, int status, String code) throws Exception {
        refused(hub.photo(viewer, "a.jpg", JPEG), status, code);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void twoHundredMegabytesAreRefusedEarly(boolean announced) throws Exception {
        long all = 200L << 20;
        byte[] piece = new byte[64 << 10];
        long largest = 0;
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head("agent", announced ? "Content-Length: " + all : "Transfer-Encoding: chunked"));
            byte[] first = TestPhotos.text(
                    "------x1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n");
            write(out, first, announced);
            try {
                for (long sent = 0; sent < all && socket.getInputStream().available() == 0; sent += piece.length) {
                    write(out, piece, announced);
                    largest = Math.max(largest, incomingBytes());
                }
            } catch (IOException e) {
                // The hub has closed its side.
            }
            byte[] answer = new byte[12];
            InputStream in = socket.getInputStream();
            assertThat(in.readNBytes(answer, 0, 12)).isEqualTo(12);
            assertThat(new String(answer, StandardCharsets.ISO_8859_1)).isEqualTo("HTTP/1.1 413");
        }
        assertThat(largest).isLessThan(2 << 20);
        Eventually.holds("nothing is left", () -> incoming().isEmpty());
    }

    private static long incomingBytes() throws IOException {
        Path folder = store().resolve("incoming");
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(Path::toFile)
                    .mapToLong(file -> file.isFile() ? file.length() : 0)
                    .sum();
        }
    }

    @Test
    void uploadsThatAreCutLeaveNothingAndMakeRoomAgain(CapturedOutput output) throws Exception {
        for (int round = 0; round < 3; round++) {
            try (Socket one = begun("agent");
                    Socket two = begun("agent");
                    Socket three = begun("window-clerk");
                    Socket four = begun("window-clerk")) {
                Eventually.holds("all places are taken", () -> incoming().size() == 4);
                refused(hub.photo("town-trader", "a.jpg", JPEG), 429, "ATTACHMENTS_BUSY");
                assertThat(one.isConnected() && two.isConnected() && three.isConnected() && four.isConnected())
                        .isTrue();
            }
            Eventually.holds("nothing is left", () -> incoming().isEmpty());
        }
        refused(hub.photo("agent", "a.jpg", TestPhotos.text("MZ")), 415, "ATTACHMENT_TYPE_REFUSED");
        assertThat(output.getAll()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void nobodyTakesAllPlaces() throws Exception {
        try (Socket one = begun("agent");
                Socket two = begun("agent")) {
            Eventually.holds("half of all places are taken", () -> incoming().size() == 2);
            refused(hub.photo("agent", "a.jpg", JPEG), 429, "ATTACHMENTS_BUSY");
            refused(hub.photo("window-clerk", "a.jpg", TestPhotos.text("MZ")), 415, "ATTACHMENT_TYPE_REFUSED");
            assertThat(one.isConnected() && two.isConnected()).isTrue();
        }
        Eventually.holds("nothing is left", () -> incoming().isEmpty());
        refused(hub.photo("agent", "a.jpg", TestPhotos.text("MZ")), 415, "ATTACHMENT_TYPE_REFUSED");
    }

    @Test
    void whatTheDiskDoesNotTakeMayBeSentAgain() throws Exception {
        Path inTheWay = store().resolve("incoming");
        Files.createDirectories(store());
        Files.writeString(inTheWay, "a file where the folder should be");
        try {
            refused(hub.photo("agent", "a.jpg", JPEG), 503, "ATTACHMENT_STORE_UNAVAILABLE");
        } finally {
            Files.delete(inTheWay);
        }
    }

    private Socket begun(String viewer) throws IOException {
        Socket socket = new Socket("localhost", port);
        OutputStream out = socket.getOutputStream();
        out.write(head(viewer, "Content-Length: 100000"));
        out.write(TestPhotos.text("------x1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"));
        out.write(new byte[10_000]);
        out.flush();
        return socket;
    }

    private static byte[] head(String viewer, String length) {
        return TestPhotos.text("POST /attachments HTTP/1.1\r\nHost: localhost\r\nLianshu-Viewer: " + viewer + "\r\n"
                + "Content-Type: " + SentForms.type() + "\r\n" + length + "\r\n\r\n");
    }

    private static void write(OutputStream out, byte[] bytes, boolean plain) throws IOException {
        if (!plain) {
            out.write(TestPhotos.text(Integer.toHexString(bytes.length) + "\r\n"));
        }
        out.write(bytes);
        if (!plain) {
            out.write(TestPhotos.text("\r\n"));
        }
    }
}
