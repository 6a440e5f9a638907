package io.lianshu.engine;

/** Compares versions by their numbers, part by part. */
final class Versions {

    private Versions() {}

    static int compare(String one, String other) {
        String[] left = one.split("\\D+", -1);
        String[] right = other.split("\\D+", -1);
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int difference = Integer.compare(part(left, i), part(right, i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static int part(String[] parts, int index) {
        return index < parts.length && !parts[index].isEmpty() ? Integer.parseInt(parts[index]) : 0;
    }
}
