package io.lianshu.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Photos lose what says where they were taken, and look as before. */
class CleaningTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final ZonedDateTime TAKEN = ZonedDateTime.parse("2026-02-26T10:12:13+08:00");

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6})
    void aJpegKeepsItsPixelsAndWhichWayUpAndNothingElse(int orientation) throws IOException {
        byte[] before = TestPhotos.jpeg(64, 48, orientation);
        assertThat(text(before)).contains(TestPhotos.SECRET);
        CleanedPhoto photo = JpegCleaning.of(before, ZONE);
        assertThat(text(photo.bytes()))
                .doesNotContain(TestPhotos.SECRET)
                .doesNotContain("GPS", "xmpmeta", "8BIM", "MPF", "ftyp");
        assertThat(text(photo.bytes()).contains("Exif")).isEqualTo(orientation == 6);
        assertThat(photo.exif().orientation()).isEqualTo(orientation);
        assertThat(photo.exif().takenAt()).isEqualTo(TAKEN);
        assertThat(photo.shownWidth()).isEqualTo(orientation == 6 ? 48 : 64);
        assertThat(JpegCleaning.of(photo.bytes(), ZONE).exif()).isEqualTo(new Exif(orientation, null));
        assertThat(JpegCleaning.of(photo.bytes(), ZONE).bytes()).isEqualTo(photo.bytes());
        assertThat(pixels(photo.bytes())).isEqualTo(pixels(before));
    }

    @Test
    void aPngKeepsItsPixelsAndWhichWayUpAndNothingElse() throws IOException {
        byte[] before = TestPhotos.png(64, 48, 8);
        CleanedPhoto photo = PngCleaning.of(before, ZONE);
        assertThat(text(photo.bytes())).doesNotContain(TestPhotos.SECRET, "tEXt", "iTXt");
        assertThat(photo.exif()).isEqualTo(new Exif(8, TAKEN));
        assertThat(PngCleaning.of(photo.bytes(), ZONE).exif()).isEqualTo(new Exif(8, null));
        assertThat(pixels(photo.bytes())).isEqualTo(pixels(before));
    }

    @Test
    void aWebpKeepsItsPictureAndWhichWayUp() {
        CleanedPhoto photo = WebpCleaning.of(TestPhotos.webp(3, 0), ZONE);
        assertThat(text(photo.bytes())).doesNotContain(TestPhotos.SECRET, "XMP ");
        assertThat(photo.exif()).isEqualTo(new Exif(3, TAKEN));
        assertThat(photo.width()).isEqualTo(3);
        assertThat(photo.height()).isEqualTo(5);
        assertThat(WebpCleaning.of(photo.bytes(), ZONE).exif()).isEqualTo(new Exif(3, null));
        assertThat(photo.bytes()[20]).isEqualTo((byte) 0x08);
        CleanedPhoto upright = WebpCleaning.of(TestPhotos.webp(1, 0), ZONE);
        assertThat(text(upright.bytes())).doesNotContain("EXIF");
        assertThat(upright.bytes()[20]).isZero();
        assertThatThrownBy(() -> WebpCleaning.of(TestPhotos.webp(1, 2), ZONE)).hasMessageContaining("animated");
    }

    @Test
    void whatIsCutOffAnywhereIsBrokenAndNeverAFault() {
        cutAnywhere(
                TestPhotos.jpeg(32, 32, 6),
                "ftypmp4" + TestPhotos.SECRET,
                bytes -> JpegCleaning.of(bytes, ZONE).bytes());
        cutAnywhere(
                TestPhotos.png(32, 32, 6),
                TestPhotos.SECRET,
                bytes -> PngCleaning.of(bytes, ZONE).bytes());
        cutAnywhere(
                TestPhotos.webp(6, 0),
                TestPhotos.SECRET,
                bytes -> WebpCleaning.of(bytes, ZONE).bytes());
    }

    private static void cutAnywhere(byte[] whole, String behind, UnaryOperator<byte[]> cleaning) {
        for (int length = 0; length < whole.length - behind.length(); length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> cleaning.apply(part))
                    .as("cut at %d", length)
                    .isInstanceOf(AttachmentRefused.class);
        }
    }

    @Test
    void bytesThatAreWrongAreBrokenOrHarmless() {
        byte[] whole = TestPhotos.jpeg(32, 32, 6);
        for (int place = 0; place < whole.length; place++) {
            byte[] wrong = whole.clone();
            wrong[place] ^= (byte) 0xff;
            try {
                SmallPicture.of(JpegCleaning.of(wrong, ZONE), FileKind.JPEG);
            } catch (AttachmentRefused e) {
                assertThat(e.code()).isEqualTo("ATTACHMENT_BROKEN");
            }
        }
        byte[] png = TestPhotos.png(32, 32, 6);
        png[60] ^= 1;
        assertThatThrownBy(() -> PngCleaning.of(png, ZONE)).isInstanceOf(AttachmentRefused.class);
    }

    @ParameterizedTest
    @CsvSource({"1,RB", "2,BR", "3,BR", "4,RB", "5,RB", "6,RB", "7,BR", "8,BR"})
    void theSmallPictureStandsUpright(int orientation, String seen) throws IOException {
        CleanedPhoto photo = JpegCleaning.of(TestPhotos.jpeg(2_000, 1_000, orientation), ZONE);
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(SmallPicture.of(photo, FileKind.JPEG)));
        boolean turned = orientation >= 5;
        assertThat(small.getWidth()).isEqualTo(turned ? 160 : 320);
        assertThat(small.getHeight()).isEqualTo(turned ? 320 : 160);
        int first = turned ? small.getRGB(80, 20) : small.getRGB(20, 80);
        int last = turned ? small.getRGB(80, 300) : small.getRGB(300, 80);
        assertThat("" + colour(first) + colour(last)).isEqualTo(seen);
    }

    private static char colour(int rgb) {
        return (rgb >> 16 & 0xff) > (rgb & 0xff) ? 'R' : 'B';
    }

    @Test
    void aBlockThatLiesAboutItsFoldersSaysNothing() {
        byte[] block = TestPhotos.exif(6, ByteOrder.BIG_ENDIAN);
        block[7] = (byte) 0xff;
        block[4] = 0x7f;
        assertThat(Exif.of(block, ZONE)).isEqualTo(Exif.NONE);
        assertThat(Exif.of(new byte[0], ZONE)).isEqualTo(Exif.NONE);
        assertThat(Exif.of(TestPhotos.exif(9, ByteOrder.BIG_ENDIAN), ZONE).orientation())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd.jpg",
        "'..\\..\\照片 一.JPEG', 照片 一.jpg",
        "施工现场.jpg, 施工现场.jpg",
        "setup.exe, setup.exe.jpg",
        "'a\u202Egpj.exe', agpj.exe.jpg",
        "'a\"; filename=x.html\r\nX: y', 'a filename=x.htmlX y.jpg'",
        "'', attachment.jpg",
        ".jpg, jpg.jpg"
    })
    void aNameIsFitToBeKept(String given, String kept) {
        assertThat(FileKind.JPEG.name(given)).isEqualTo(kept);
    }

    @Test
    void aLongNameIsCut() {
        assertThat(FileKind.PDF.name("😀".repeat(500))).isEqualTo("😀".repeat(100) + ".pdf");
    }

    @ParameterizedTest
    @CsvSource({
        "'<html>', text/html",
        "' <!DOCTYPE HTML>', text/html",
        "'<?xml version=\"1.0\"?><svg/>', image/svg+xml",
        "'MZ', application/x-msdownload",
        "'PK\u0003\u0004 [Content_Types].xml', 'application/zip (docx, xlsx, pptx)'",
        "'PK\u0003\u0004', application/zip",
        "'\u0000\u0000\u0000\u0018ftypheic', image/heic",
        "'hello', text/plain",
        "'\u0001\u0002', application/octet-stream"
    })
    void whatIsNotTakenIsNamed(String bytes, String type) {
        assertThat(Magic.type(TestPhotos.text(bytes))).isEqualTo(type);
    }

    private static int[] pixels(byte[] bytes) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
