package io.lianshu.attachment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Photos as phones make them: with a place, a time, a phone's name and more in them. */
final class TestPhotos {

    /** What is in them that must not stay. */
    static final String SECRET = "SECRET-PLACE";

    private TestPhotos() {}

    static byte[] plain(String form, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width / 2, height);
        pen.dispose();
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, form, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return to.toByteArray();
    }

    /** A JPEG with EXIF (orientation, time, GPS), XMP, IPTC, a comment, several pictures, and a film behind it. */
    static byte[] jpeg(int width, int height, int orientation) {
        byte[] plain = plain("jpg", width, height);
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        to.write(plain, 0, 2);
        segment(to, 0xe1, "Exif\0\0", exif(orientation, ByteOrder.LITTLE_ENDIAN));
        segment(to, 0xe1, "http://ns.adobe.com/xap/1.0/\0", text("<x:xmpmeta>" + SECRET + "</x:xmpmeta>"));
        segment(to, 0xe2, "MPF\0", text(SECRET));
        segment(to, 0xed, "Photoshop 3.0\0", text("8BIM" + SECRET));
        segment(to, 0xfe, "", text(SECRET));
        to.write(plain, 2, plain.length - 2);
        to.writeBytes(text("ftypmp4" + SECRET));
        return to.toByteArray();
    }

    static byte[] png(int width, int height, int orientation) {
        byte[] plain = plain("png", width, height);
        int afterHead = 8 + 25;
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        to.write(plain, 0, afterHead);
        to.writeBytes(chunk("eXIf", exif(orientation, ByteOrder.BIG_ENDIAN)));
        to.writeBytes(chunk("tEXt", text("Comment\0" + SECRET)));
        to.writeBytes(chunk("iTXt", text("XML:com.adobe.xmp\0\0\0\0\0" + SECRET)));
        to.write(plain, afterHead, plain.length - afterHead);
        to.writeBytes(text(SECRET));
        return to.toByteArray();
    }

    static byte[] chunk(String type, byte[] data) {
        CRC32 sum = new CRC32();
        sum.update(text(type));
        sum.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(text(type))
                .put(data)
                .putInt((int) sum.getValue())
                .array();
    }

    /** An extended WebP with EXIF and XMP; its picture is 3 by 5 and lossless in name only. */
    static byte[] webp(int orientation, int flags) {
        byte[] canvas = {(byte) (flags | 0x0c), 0, 0, 0, 2, 0, 0, 4, 0, 0};
        byte[] pixels = ByteBuffer.allocate(9)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0x2f)
                .putInt(2 | 4 << 14)
                .array();
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        riff(chunks, "VP8X", canvas);
        riff(chunks, "VP8L", pixels);
        riff(chunks, "EXIF", exif(orientation, ByteOrder.LITTLE_ENDIAN));
        riff(chunks, "XMP ", text(SECRET));
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        to.writeBytes(text("RIFF"));
        to.writeBytes(little(chunks.size() + 4));
        to.writeBytes(text("WEBP"));
        to.writeBytes(chunks.toByteArray());
        to.writeBytes(text(SECRET));
        return to.toByteArray();
    }

    static byte[] pdf() {
        return text("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n9\n%%EOF\n");
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** An EXIF block: orientation, phone, time with its offset, and a folder of the place. */
    static byte[] exif(int orientation, ByteOrder order) {
        ByteBuffer block = ByteBuffer.allocate(300).order(order);
        block.put(order == ByteOrder.LITTLE_ENDIAN ? text("II") : text("MM"))
                .putShort((short) 42)
                .putInt(8);
        block.putShort((short) 4);
        entry(block, 0x010f, 2, 13, 200);
        block.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        entry(block, 0x8769, 4, 1, 80);
        entry(block, 0x8825, 4, 1, 120);
        block.position(80);
        block.putShort((short) 2);
        entry(block, 0x9003, 2, 20, 220);
        entry(block, 0x9011, 2, 7, 250);
        block.position(120);
        block.putShort((short) 1);
        entry(block, 0x0002, 2, 13, 200);
        block.position(200);
        block.put(text(SECRET + "\0"));
        block.position(220);
        block.put(text("2026:02:26 10:12:13\0"));
        block.position(250);
        block.put(text("+08:00\0"));
        return block.array();
    }

    private static void entry(ByteBuffer block, int tag, int type, int count, int value) {
        block.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static void segment(ByteArrayOutputStream to, int marker, String word, byte[] data) {
        int length = 2 + word.length() + data.length;
        to.write(0xff);
        to.write(marker);
        to.write(length >> 8);
        to.write(length);
        to.writeBytes(text(word));
        to.writeBytes(data);
    }

    private static void riff(ByteArrayOutputStream to, String name, byte[] data) {
        to.writeBytes(text(name));
        to.writeBytes(little(data.length));
        to.writeBytes(data);
        if (data.length % 2 == 1) {
            to.write(0);
        }
    }

    private static byte[] little(int number) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }
}
