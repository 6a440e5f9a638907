package io.lianshu.attachment;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Set;

/** Copies of a WebP (RFC 9649) only the chunks that are needed to show it. Java does not decode it, so it gets no small picture. */
final class WebpCleaning {

    private static final Set<String> KEPT = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ICCP");
    /** Where the flags of an extended file stand: its first chunk is the one that has them. */
    private static final int FLAGS = 20;

    private static final int HAS_EXIF = 0x08;
    private static final int HAS_XMP = 0x04;
    private static final int IS_ANIMATED = 0x02;

    private final ByteBuffer from;
    private final ByteArrayOutputStream to;
    private final ZoneId zone;
    private Exif exif = Exif.NONE;
    private boolean extended;
    private boolean pixels;
    private int width;
    private int height;

    private WebpCleaning(byte[] webp, ZoneId zone) {
        this.from = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
        this.to = new ByteArrayOutputStream(webp.length);
        this.zone = zone;
    }

    /** @throws AttachmentRefused when it is broken or animated */
    static CleanedPhoto of(byte[] webp, ZoneId zone) {
        WebpCleaning cleaning = new WebpCleaning(webp, zone);
        try {
            cleaning.copy();
        } catch (AttachmentRefused e) {
            throw e;
        } catch (RuntimeException e) {
            throw AttachmentRefused.broken();
        }
        byte[] bytes = cleaning.to.toByteArray();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(4, bytes.length - 8);
        if (cleaning.extended && !cleaning.exif.isUpright()) {
            bytes[FLAGS] |= HAS_EXIF;
        }
        return new CleanedPhoto(bytes, cleaning.width, cleaning.height, cleaning.exif, false);
    }

    private void copy() {
        check(name().equals("RIFF"));
        int end = from.getInt() + 8;
        check(end > 12 && end <= from.limit() && name().equals("WEBP"));
        from.limit(end);
        to.writeBytes("RIFF\0\0\0\0WEBP".getBytes(StandardCharsets.ISO_8859_1));
        while (from.remaining() >= 8) {
            String name = name();
            int length = from.getInt();
            check(length >= 0 && length <= from.remaining());
            byte[] data = new byte[length];
            from.get(data);
            if (length % 2 == 1 && from.hasRemaining()) {
                from.get();
            }
            chunk(name, data);
        }
        check(pixels && width > 0 && height > 0);
        if (extended && !exif.isUpright()) {
            write("EXIF", exif.onlyOrientation());
        }
    }

    private void chunk(String name, byte[] bytes) {
        ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        switch (name) {
            case "VP8X" -> {
                check(!pixels && !extended && to.size() == FLAGS - 8);
                if ((data.get(0) & IS_ANIMATED) != 0) {
                    throw AttachmentRefused.type("image/webp, animated");
                }
                width = (data.getInt(3) >>> 8) + 1;
                height = (data.getInt(6) >>> 8) + 1;
                extended = true;
                data.put(0, (byte) (data.get(0) & ~(HAS_XMP | HAS_EXIF)));
            }
            case "VP8 " -> {
                check(!pixels && data.get(3) == (byte) 0x9d && data.getShort(4) == 0x2a01);
                pixels(data.getShort(6) & 0x3fff, data.getShort(8) & 0x3fff);
            }
            case "VP8L" -> {
                check(!pixels && data.get(0) == 0x2f);
                int bits = data.getInt(1);
                pixels((bits & 0x3fff) + 1, (bits >>> 14 & 0x3fff) + 1);
            }
            case "EXIF" -> exif = Exif.of(bytes, zone);
            default -> {}
        }
        if (KEPT.contains(name)) {
            write(name, bytes);
        }
    }

    private void pixels(int wide, int high) {
        pixels = true;
        check(width == 0 || (width == wide && height == high));
        width = wide;
        height = high;
    }

    private void write(String name, byte[] data) {
        to.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
        to.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(data.length)
                .array());
        to.writeBytes(data);
        if (data.length % 2 == 1) {
            to.write(0);
        }
    }

    private String name() {
        byte[] name = new byte[4];
        from.get(name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    private static void check(boolean fits) {
        if (!fits) {
            throw AttachmentRefused.broken();
        }
    }
}
