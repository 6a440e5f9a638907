package io.lianshu.attachment;

import static io.lianshu.attachment.SentForms.field;
import static io.lianshu.attachment.SentForms.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.attachment.SentForms.Answer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Photos that a hub takes: what becomes of them, who sees them, and when they go. */
class AttachmentIT extends PhotoHub {

    private static final byte[] JPEG = TestPhotos.jpeg(640, 480, 6);

    private static byte[] bytes(String kind) {
        return switch (kind) {
            case "jpeg" -> JPEG;
            case "png" -> TestPhotos.png(640, 480, 1);
            case "webp" -> TestPhotos.webp(1, 0);
            default -> TestPhotos.pdf();
        };
    }

    @ParameterizedTest
    @CsvSource({
        "jpeg, image/jpeg, 480, 640, true, inline",
        "png, image/png, 640, 480, true, inline",
        "webp, image/webp, 3, 5, false, inline",
        "pdf, application/pdf, , , false, attachment"
    })
    void aFileComesInWithoutItsPlaceAndGoesOut(
            String kind, String mime, Integer width, Integer height, boolean small, String place) throws Exception {
        Answer sent = hub.photo("agent", "施工现场.dat", bytes(kind));
        assertThat(sent.status()).as(sent.body().toString()).isEqualTo(201);
        assertThat(sent.header("Location")).isEqualTo("/attachments/" + sent.id());
        JsonNode body = sent.body();
        assertThat(body.get("mime").asString()).isEqualTo(mime);
        assertThat(body.get("width").isNull() ? null : body.get("width").asInt())
                .isEqualTo(width);
        assertThat(body.get("height").isNull() ? null : body.get("height").asInt())
                .isEqualTo(height);
        assertThat(
                        body.get("takenAt").isNull()
                                ? null
                                : ZonedDateTime.parse(body.get("takenAt").asString())
                                        .toInstant())
                .isEqualTo(kind.equals("pdf") ? null : Instant.parse("2026-02-26T02:12:13Z"));

        Answer file = hub.get("agent", sent.id());
        assertThat(file.status()).isEqualTo(200);
        assertThat(new String(file.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain(TestPhotos.SECRET);
        assertThat(sha256(file.bytes())).isEqualTo(body.get("sha256").asString());
        assertThat(file.bytes()).hasSize(body.get("size").asInt());
        assertThat(file.header("Content-Type")).isEqualTo(mime);
        assertThat(file.header("ETag")).isEqualTo("\"" + body.get("sha256").asString() + "\"");
        assertThat(file.header("Cache-Control")).contains("private");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Content-Disposition")).startsWith(place).contains("filename*=UTF-8''%E6%96%BD");
        assertThat(hub.get("agent", sent.id(), "If-None-Match", file.header("ETag"))
                        .status())
                .isEqualTo(304);

        Answer picture = hub.get("agent", sent.id() + "/thumbnail");
        assertThat(picture.status()).isEqualTo(small ? 200 : 404);
        if (small) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
            assertThat(Math.max(image.getWidth(), image.getHeight())).isEqualTo(320);
            assertThat(image.getWidth() < image.getHeight()).isEqualTo(width < height);
            assertThat(picture.header("Content-Type")).isEqualTo("image/jpeg");
        }
        assertThat(files()).hasSize(small ? 2 : 1).noneMatch(name -> name.startsWith("incoming"));
        assertThat(incoming()).isEmpty();
        assertThat(run("MATCH (e:AuditEvent {subject: $id}) RETURN e.command AS c, e.by AS by", Map.of("id", sent.id()))
                        .get(0)
                        .get("c")
                        .asString())
                .isEqualTo("uploadAttachment");
    }

    @ParameterizedTest
    @CsvSource({
        "agent, 201",
        "supervisor, 200",
        "case-officer, 200",
        "importer, 404",
        "window-clerk, 404",
        "town-trader, 404",
        "analyst, 404",
        "director, 404",
        "owner, 404",
        "supplier, 404",
        "applicant, 404",
        "bank, 404",
        "'', 404"
    })
    void whatIsNotAttachedIsForItsUploaderAndThoseWhoCheck(String viewer, int status) throws Exception {
        String id = hub.photo("agent", "a.jpg", JPEG).id();
        int expected = status == 201 ? 200 : status;
        assertThat(hub.get(viewer, id).status()).isEqualTo(expected);
        assertThat(hub.get(viewer, id + "/thumbnail").status()).isEqualTo(expected);
        JsonNode node = hub.ask(viewer, "{ node(id: \"" + id + "\") { id } }").at("/data/node");
        assertThat(node.isNull()).isEqualTo(expected == 404);
    }

    @ParameterizedTest
    @CsvSource({
        "agent, true",
        "supervisor, true",
        "window-clerk, true",
        "department-approver, true",
        "analyst, true",
        "director, true",
        "administrator, true",
        "owner, true",
        "town-trader, false",
        "supplier, false",
        "bank, false",
        "'', false"
    })
    void whatIsAttachedIsForWhoeverSeesTheVisit(String viewer, boolean seen) throws Exception {
        String id = hub.photo("agent", "a.jpg", JPEG).id();
        attach(id);
        assertThat(hub.get(viewer, id).status()).isEqualTo(seen ? 200 : 404);
        JsonNode answer =
                hub.ask(viewer, "{ node(id: \"" + VISIT + "\") { ... on Visit { attachments { id visit { id } } } } }");
        assertThat(answer.at("/data/node/attachments/0/visit/id").asString(""))
                .as(answer.toString())
                .isEqualTo(seen ? VISIT : "");
    }

    @ParameterizedTest
    @CsvSource({
        "agent, true",
        "supervisor, true",
        "window-clerk, false",
        "department-approver, false",
        "analyst, false",
        "director, false",
        "administrator, false",
        "owner, false"
    })
    void aPhotoOfAVisitThatDoesNotCountIsNoMoreOpenThanTheVisit(String viewer, boolean seen) throws Exception {
        String id = hub.photo("agent", "a.jpg", JPEG).id();
        attach(id);
        run("MATCH (v:Visit {id: $visit}) SET v.state = 'REJECTED'", Map.of("visit", VISIT));
        assertThat(hub.get(viewer, id).status()).isEqualTo(seen ? 200 : 404);
        assertThat(hub.get(viewer, id + "/thumbnail").status()).isEqualTo(seen ? 200 : 404);
        assertThat(hub.ask(viewer, "{ attachments { totalCount } }")
                        .at("/data/attachments/totalCount")
                        .asInt())
                .isEqualTo(seen ? 1 : 0);
    }

    @Test
    void anOwnerSeesNoPhotosOfVisitsToOthersProjects() throws Exception {
        String id = hub.photo("agent", "a.jpg", JPEG).id();
        attach(id);
        run("MATCH (:Company {id: $owner})-[o:OWNS]->() DELETE o", Map.of("owner", OWNER));
        assertThat(hub.get("owner", id).status()).isEqualTo(404);
    }

    @Test
    void theSameSentAgainIsTheSameAttachment() throws Exception {
        byte[] name = field("clientId", UUID.randomUUID().toString());
        Answer first = hub.send("agent", name, part("file", "a.jpg", JPEG));
        int files = files().size();
        Answer again = hub.send("agent", name, part("file", "b.jpg", JPEG));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(files()).hasSize(files);
        Answer other = hub.send("agent", name, part("file", "a.jpg", TestPhotos.jpeg(64, 64, 1)));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("ATTACHMENT_CLIENT_ID_REUSED");
        assertThat(files()).hasSize(files);
        assertThat(incoming()).isEmpty();
        assertThat(hub.send("window-clerk", name, part("file", "a.jpg", JPEG)).id())
                .as("another person's name for something else")
                .isNotEqualTo(first.id());
        assertThat(count("MATCH (a:Attachment) RETURN count(a)")).isEqualTo(2);
        assertThat(count("MATCH (e:AuditEvent {command: 'uploadAttachment'}) RETURN count(e)"))
                .isEqualTo(2);
    }

    @Test
    void theTimeThatTheFormSaysGoesBeforeThePhotos() throws Exception {
        Answer sent = hub.send(
                "agent",
                part("file", "a.jpg", JPEG),
                field("takenAt", "2026-03-02T09:30:00+08:00"),
                field("more", "x"));
        assertThat(ZonedDateTime.parse(sent.body().get("takenAt").asString()).toInstant())
                .isEqualTo(Instant.parse("2026-03-02T01:30:00Z"));
    }

    @Test
    void aNameWithFoldersAndRemarksIsPlainAfterwards() throws Exception {
        String id = hub.photo("agent", "../../../etc/照片😀.EXE", JPEG).id();
        assertThat(run("MATCH (a:Attachment {id: $id}) RETURN a.name AS name", Map.of("id", id))
                        .get(0)
                        .get("name")
                        .asString())
                .isEqualTo("照片😀.EXE.jpg");
    }

    @Test
    void anImportedKeyLeadsNowhereOutsideTheStore() throws Exception {
        Files.createDirectories(store());
        Files.writeString(store().resolveSibling("secret"), "secret");
        for (String key : List.of("../secret", "photos/wc-0001.jpg", "aa/bb/" + "a".repeat(32))) {
            run(
                    "MERGE (a:Attachment {id: 'att_aaaaaaaaaaaaaaaaaaaaaaaaaa'}) SET a.objectKey = $key",
                    Map.of("key", key));
            Answer answer = hub.get("supervisor", "att_aaaaaaaaaaaaaaaaaaaaaaaaaa");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("ATTACHMENT_WITHOUT_FILE");
        }
        assertThat(hub.get("supervisor", "no-id").code()).isEqualTo("ATTACHMENT_UNKNOWN");
        assertThat(hub.get("supervisor", VISIT).code()).isEqualTo("ATTACHMENT_UNKNOWN");
    }

    @Test
    void whatIsNotAttachedGoesAfterItsTermAndWhatIsStays() throws Exception {
        String fresh = hub.photo("agent", "a.jpg", JPEG).id();
        String old = hub.photo("agent", "b.jpg", JPEG).id();
        String attached = hub.photo("agent", "c.jpg", JPEG).id();
        attach(attached);
        ZonedDateTime before = ZonedDateTime.now().minusDays(8);
        run(
                "MATCH (a:Attachment) WHERE a.id IN $ids SET a.uploadedAt = $before",
                Map.of("ids", List.of(old, attached), "before", before));
        run("CREATE (:Attachment {id: 'att_i', objectKey: 'imported', uploadedAt: $before})", Map.of("before", before));
        int files = files().size();
        assertThat(sweep.removeUnattached()).isOne();
        assertThat(files()).hasSize(files - 2);
        assertThat(hub.get("agent", old).status()).isEqualTo(404);
        assertThat(hub.get("agent", fresh).status()).isEqualTo(200);
        assertThat(hub.get("agent", attached).status()).isEqualTo(200);
        assertThat(count("MATCH (a:Attachment {objectKey: 'imported'}) RETURN count(a)"))
                .isOne();
        assertThat(count("MATCH (e:AuditEvent {command: 'removeUnattached'}) RETURN count(e)"))
                .isOne();
        assertThat(incoming()).isEmpty();
    }

    @Test
    void whatAKilledHubLeftGoesAfterADay() throws Exception {
        Answer known = hub.photo("agent", "a.jpg", JPEG);
        String key = known.body().get("objectKey").asString();
        String lost = "ab/cd/abcd" + "0".repeat(28);
        Files.createDirectories(store().resolve("ab/cd"));
        Files.writeString(store().resolve(lost), "x");
        int files = files().size();
        for (String each : List.of(key, lost)) {
            Path folder = Files.createDirectories(store().resolve("incoming").resolve(each.substring(6)));
            Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        }
        Files.createDirectories(store().resolve("incoming").resolve("f".repeat(32)));
        assertThat(sweep.removeLeftBehind()).isEqualTo(2);
        assertThat(files()).hasSize(files - 1);
        assertThat(hub.get("agent", known.id()).status()).isEqualTo(200);
        assertThat(incoming()).hasSize(1);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
