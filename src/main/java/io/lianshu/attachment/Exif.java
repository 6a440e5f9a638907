package io.lianshu.attachment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The two things that are read of a photo's EXIF block (CIPA DC-008): which way up it is shown, and when it was taken.
 *
 * @param orientation 1 to 8; 1 when nothing is said
 */
record Exif(int orientation, @Nullable ZonedDateTime takenAt) {

    static final Exif NONE = new Exif(1, null);

    private static final int ORIENTATION = 0x0112;
    private static final int EXIF_FOLDER = 0x8769;
    private static final int TAKEN = 0x9003;
    private static final int OFFSET = 0x9011;
    private static final int SHORT = 3;
    private static final int MOST_ENTRIES = 500;
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss");

    boolean isUpright() {
        return orientation == 1;
    }

    /** Whether it is shown with width and height exchanged. */
    boolean isOnItsSide() {
        return orientation >= 5;
    }

    /**
     * Reads a block; what cannot be read counts as not said.
     *
     * @param tiff the block from its byte order on
     * @param zone that of a time without an offset
     */
    static Exif of(byte[] tiff, ZoneId zone) {
        try {
            ByteBuffer block = ByteBuffer.wrap(tiff);
            block.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            if (tiff[0] != tiff[1] || block.getShort(2) != 42) {
                return NONE;
            }
            Map<Integer, Integer> first = folder(block, block.getInt(4));
            Integer turned = first.get(ORIENTATION);
            int orientation = turned == null ? 1 : Short.toUnsignedInt(block.getShort(turned + 8));
            Integer more = first.get(EXIF_FOLDER);
            return new Exif(
                    orientation < 1 || orientation > 8 ? 1 : orientation,
                    more == null ? null : taken(block, folder(block, block.getInt(more + 8)), zone));
        } catch (IndexOutOfBoundsException e) {
            return NONE;
        }
    }

    /** Where each entry of a folder stands, by its tag. */
    private static Map<Integer, Integer> folder(ByteBuffer block, int at) {
        Map<Integer, Integer> entries = new HashMap<>();
        int count = Math.min(Short.toUnsignedInt(block.getShort(at)), MOST_ENTRIES);
        for (int i = 0; i < count; i++) {
            int place = at + 2 + 12 * i;
            entries.put(Short.toUnsignedInt(block.getShort(place)), place);
        }
        return entries;
    }

    private static @Nullable ZonedDateTime taken(ByteBuffer block, Map<Integer, Integer> entries, ZoneId zone) {
        Integer place = entries.get(TAKEN);
        if (place == null) {
            return null;
        }
        try {
            LocalDateTime local = LocalDateTime.parse(text(block, place, 19), WRITTEN);
            Integer offset = entries.get(OFFSET);
            return local.atZone(offset == null ? zone : ZoneOffset.of(text(block, offset, 6)));
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    private static String text(ByteBuffer block, int entry, int length) {
        byte[] bytes = new byte[length];
        block.get(block.getInt(entry + 8), bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    /** A block that says nothing but the orientation. */
    byte[] onlyOrientation() {
        return ByteBuffer.allocate(26)
                .put(new byte[] {'M', 'M'})
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort((short) SHORT)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}
