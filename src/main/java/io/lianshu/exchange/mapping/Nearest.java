package io.lianshu.exchange.mapping;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the right names that a wrong one probably meant. */
final class Nearest {

    private static final int SHOWN = 3;

    private Nearest() {}

    /** Up to three names, nearest first; when none is near, the first few that exist. */
    static List<String> names(String wrong, Collection<String> right) {
        int near = Math.max(2, wrong.length() / 2);
        List<String> close = right.stream()
                .filter(name -> distance(wrong, name) <= near || contains(wrong, name))
                .sorted(Comparator.comparingInt(name -> distance(wrong, name)))
                .limit(SHOWN)
                .toList();
        return close.isEmpty() ? right.stream().limit(12).toList() : close;
    }

    static String chinese(String wrong, Collection<String> right) {
        return right.isEmpty() ? "" : "；可用：" + String.join("、", names(wrong, right));
    }

    static String english(String wrong, Collection<String> right) {
        return right.isEmpty() ? "" : "; use one of: " + String.join(", ", names(wrong, right));
    }

    private static boolean contains(String wrong, String name) {
        String lower = wrong.toLowerCase(Locale.ROOT);
        String other = name.toLowerCase(Locale.ROOT);
        return lower.length() > 2 && (other.contains(lower) || lower.contains(other));
    }

    /** Levenshtein's distance, letters' case left out. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
