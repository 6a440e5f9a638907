package io.lianshu.attachment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Makes the small picture of a photo: a JPEG the right way up, its longest side at most {@value LONGEST} pixels. */
final class SmallPicture {

    static final int LONGEST = 320;

    private SmallPicture() {}

    /** @throws AttachmentRefused when the photo cannot be decoded to its end */
    static byte[] of(CleanedPhoto photo, FileKind kind) {
        try {
            BufferedImage read = read(photo, kind);
            BufferedImage drawn = drawn(read, photo.exif());
            ByteArrayOutputStream to = new ByteArrayOutputStream();
            if (!ImageIO.write(drawn, "jpg", to)) {
                throw new IllegalStateException("Java writes no JPEG");
            }
            return to.toByteArray();
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw AttachmentRefused.broken();
        }
    }

    /** Every so many pixels only, so that memory does not grow with the photo. */
    private static BufferedImage read(CleanedPhoto photo, FileKind kind) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(kind.mime());
        ImageReader reader = readers.next();
        try (MemoryCacheImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(photo.bytes()))) {
            reader.setInput(in, true, true);
            ImageReadParam how = reader.getDefaultReadParam();
            int every = Math.max(1, Math.max(photo.width(), photo.height()) / (2 * LONGEST));
            how.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, how);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage drawn(BufferedImage read, Exif exif) {
        double scale = Math.min(1, LONGEST / (double) Math.max(read.getWidth(), read.getHeight()));
        int wide = Math.max(1, (int) Math.round(read.getWidth() * scale));
        int high = Math.max(1, (int) Math.round(read.getHeight() * scale));
        BufferedImage drawn = exif.isOnItsSide()
                ? new BufferedImage(high, wide, BufferedImage.TYPE_INT_RGB)
                : new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            AffineTransform way = upright(exif.orientation(), wide, high);
            way.scale(wide / (double) read.getWidth(), high / (double) read.getHeight());
            pen.drawImage(read, way, null);
        } finally {
            pen.dispose();
        }
        return drawn;
    }

    /** From a picture as it is stored to one as it is shown; the eight orientations of EXIF, CIPA DC-008. */
    private static AffineTransform upright(int orientation, int wide, int high) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, wide, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, wide, high);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, high);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, high, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, high, wide);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, wide);
            default -> new AffineTransform();
        };
    }
}
