package io.lianshu.attachment;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

/** Copies of a PNG (ISO/IEC 15948) only the chunks that are needed to show it, and which way up; no texts, times or places. */
final class PngCleaning {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final Set<String> KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs");
    private static final int LARGEST_BESIDE = 1 << 20;

    private final ByteBuffer from;
    private final ZoneId zone;
    private final ByteArrayOutputStream to;
    private Exif exif = Exif.NONE;
    private int width;
    private int height;
    private boolean pixels;

    private PngCleaning(byte[] png, ZoneId zone) {
        this.from = ByteBuffer.wrap(png);
        this.zone = zone;
        this.to = new ByteArrayOutputStream(png.length);
    }

    /** @throws AttachmentRefused when it is broken */
    static CleanedPhoto of(byte[] png, ZoneId zone) {
        PngCleaning cleaning = new PngCleaning(png, zone);
        try {
            cleaning.copy();
        } catch (RuntimeException e) {
            // Chunks that reach beyond the end, sizes below zero and the like.
            throw AttachmentRefused.broken();
        }
        return new CleanedPhoto(cleaning.to.toByteArray(), cleaning.width, cleaning.height, cleaning.exif, true);
    }

    private void copy() {
        byte[] signature = new byte[SIGNATURE.length];
        from.get(signature);
        check(Arrays.equals(signature, SIGNATURE));
        to.writeBytes(SIGNATURE);
        String type = "";
        while (!type.equals("IEND")) {
            int length = from.getInt();
            byte[] name = new byte[4];
            from.get(name);
            byte[] data = new byte[check(length, from.remaining() - 4)];
            from.get(data);
            type = new String(name, StandardCharsets.ISO_8859_1);
            check(from.getInt() == sum(name, data));
            chunk(type, name, data);
        }
        check(pixels);
    }

    private void chunk(String type, byte[] name, byte[] data) {
        if (type.equals("IHDR")) {
            check(width == 0 && data.length == 13);
            width = ByteBuffer.wrap(data).getInt();
            height = ByteBuffer.wrap(data).getInt(4);
        }
        check(width > 0 && height > 0);
        boolean isPixels = type.equals("IDAT");
        if (isPixels && !pixels) {
            pixels = true;
            if (!exif.isUpright()) {
                write("eXIf".getBytes(StandardCharsets.ISO_8859_1), exif.onlyOrientation());
            }
        }
        if (type.equals("eXIf") && !pixels) {
            exif = Exif.of(data, zone);
        }
        if (KEPT.contains(type)) {
            if (isPixels || data.length <= LARGEST_BESIDE) {
                write(name, data);
            }
        } else {
            // One that may not be passed over is none that anybody could show.
            check(Character.isLowerCase(type.charAt(0)));
        }
    }

    private void write(byte[] name, byte[] data) {
        to.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        to.writeBytes(name);
        to.writeBytes(data);
        to.writeBytes(ByteBuffer.allocate(4).putInt(sum(name, data)).array());
    }

    private static int sum(byte[] name, byte[] data) {
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        return (int) sum.getValue();
    }

    private static int check(int length, int most) {
        check(length >= 0 && length <= most);
        return length;
    }

    private static void check(boolean fits) {
        if (!fits) {
            throw AttachmentRefused.broken();
        }
    }
}
