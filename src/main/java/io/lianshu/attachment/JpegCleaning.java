package io.lianshu.attachment;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * Copies of a JPEG (ITU-T T.81) only what is needed to show it, bit by bit as it was: tables, frames, scans, the colour
 * profile and which way up it is. All other segments go, and whatever follows the picture: places, names, former versions,
 * small pictures, sound and films.
 */
final class JpegCleaning {

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int JFIF_LENGTH = 14;
    /** Far more than any camera makes; each costs a pass over the whole picture. */
    private static final int MOST_SCANS = 100;

    private static final int BEGIN = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;

    private final byte[] from;
    private final ZoneId zone;
    private final ByteArrayOutputStream to;
    private Exif exif = Exif.NONE;
    private boolean exifSeen;
    private boolean headed;
    private int width;
    private int height;
    private int components;
    private int scans;

    private JpegCleaning(byte[] from, ZoneId zone) {
        this.from = from;
        this.zone = zone;
        this.to = new ByteArrayOutputStream(from.length);
    }

    /** @throws AttachmentRefused when it is broken */
    static CleanedPhoto of(byte[] jpeg, ZoneId zone) {
        JpegCleaning cleaning = new JpegCleaning(jpeg, zone);
        try {
            cleaning.copy();
        } catch (IndexOutOfBoundsException e) {
            throw AttachmentRefused.broken();
        }
        // Java decodes no pictures in four colours, which are for printing.
        return new CleanedPhoto(
                cleaning.to.toByteArray(), cleaning.width, cleaning.height, cleaning.exif, cleaning.components != 4);
    }

    private void copy() {
        check(at(0) == 0xff && at(1) == BEGIN);
        to.write(0xff);
        to.write(BEGIN);
        int place = 2;
        while (true) {
            check(at(place) == 0xff);
            while (at(place) == 0xff) {
                place++;
            }
            int marker = at(place++);
            if (marker == END) {
                break;
            }
            check(marker >= 0xc0 && marker != BEGIN && (marker < 0xd0 || marker > 0xd7));
            int length = at(place) << 8 | at(place + 1);
            check(length >= 2 && place + length <= from.length);
            segment(marker, place, length);
            place += length;
            if (marker == SCAN) {
                place = scan(place);
            }
        }
        check(scans > 0 && width > 0 && height > 0);
        to.write(0xff);
        to.write(END);
    }

    private void segment(int marker, int place, int length) {
        switch (marker) {
            case 0xe0 -> {
                if (says(JFIF, place, length) && length >= JFIF_LENGTH + 2) {
                    marker(marker, JFIF_LENGTH + 2);
                    to.write(from, place + 2, JFIF_LENGTH - 2);
                    // No small picture within.
                    to.write(0);
                    to.write(0);
                }
            }
            case 0xe1 -> {
                if (!exifSeen && says(EXIF, place, length)) {
                    exifSeen = true;
                    exif = Exif.of(Arrays.copyOfRange(from, place + 2 + EXIF.length, place + length), zone);
                }
            }
            case 0xe2 -> copyIf(says(PROFILE, place, length), marker, place, length);
            case 0xee -> copyIf(says(ADOBE, place, length), marker, place, length);
            case 0xc4, 0xdb, 0xdc, 0xdd -> copyIf(true, marker, place, length);
            case 0xc0, 0xc1, 0xc2 -> {
                check(components == 0 && length >= 8);
                height = at(place + 3) << 8 | at(place + 4);
                width = at(place + 5) << 8 | at(place + 6);
                components = at(place + 7);
                copyIf(true, marker, place, length);
            }
            case SCAN -> {
                check(components > 0 && ++scans <= MOST_SCANS);
                copyIf(true, marker, place, length);
            }
            // Comments and all that programs and cameras say.
            case 0xfe, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xea, 0xeb, 0xec, 0xed, 0xef -> {}
            default -> throw AttachmentRefused.broken();
        }
    }

    private void copyIf(boolean wanted, int marker, int place, int length) {
        if (wanted) {
            if (marker < 0xe0) {
                head();
            }
            marker(marker, length);
            to.write(from, place + 2, length - 2);
        }
    }

    /** Which way up, where it is not as it is stored; before the first table. */
    private void head() {
        if (!headed && !exif.isUpright()) {
            byte[] block = exif.onlyOrientation();
            marker(0xe1, 2 + EXIF.length + block.length);
            to.writeBytes(EXIF);
            to.writeBytes(block);
        }
        headed = true;
    }

    private void marker(int marker, int length) {
        to.write(0xff);
        to.write(marker);
        to.write(length >> 8);
        to.write(length);
    }

    /** Copies what a scan codes; where the next marker stands. */
    private int scan(int place) {
        int end = place;
        while (at(end) != 0xff || at(end + 1) == 0 || (at(end + 1) >= 0xd0 && at(end + 1) <= 0xd7)) {
            end++;
        }
        to.write(from, place, end - place);
        return end;
    }

    private boolean says(byte[] word, int place, int length) {
        return length >= 2 + word.length
                && Arrays.equals(from, place + 2, place + 2 + word.length, word, 0, word.length);
    }

    private int at(int place) {
        return from[place] & 0xff;
    }

    private static void check(boolean fits) {
        if (!fits) {
            throw AttachmentRefused.broken();
        }
    }
}
