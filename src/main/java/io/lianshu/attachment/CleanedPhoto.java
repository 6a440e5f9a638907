package io.lianshu.attachment;

/** A photo without whatever might say where it was taken, by whom or with what. */
final class CleanedPhoto {

    private final byte[] bytes;
    private final int width;
    private final int height;
    private final Exif exif;
    private final boolean decodable;

    /**
     * Takes the bytes as they are.
     *
     * @param width as it is stored, in pixels
     * @param height as it is stored, in pixels
     * @param exif what was read of the block that is gone
     * @param decodable whether Java can decode it, so that it must have a small picture
     */
    CleanedPhoto(byte[] bytes, int width, int height, Exif exif, boolean decodable) {
        this.bytes = bytes;
        this.width = width;
        this.height = height;
        this.exif = exif;
        this.decodable = decodable;
    }

    byte[] bytes() {
        return bytes;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Exif exif() {
        return exif;
    }

    boolean decodable() {
        return decodable;
    }

    int shownWidth() {
        return exif.isOnItsSide() ? height : width;
    }

    int shownHeight() {
        return exif.isOnItsSide() ? width : height;
    }

    long pixels() {
        return (long) width * height;
    }
}
