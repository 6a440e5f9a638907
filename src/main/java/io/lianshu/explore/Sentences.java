package io.lianshu.explore;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The wording of paths. A step is a relation type with the way it is walked, {@code SUBMITTED>} along it and
 * {@code SUBMITTED<} against it. Two nodes that reach a third one by the same steps have a sentence of their own where
 * one is written; every other step has one by itself.
 */
final class Sentences {

    private static final String FORWARD = ">";
    private static final String BACKWARD = "<";

    private final Map<String, Wording> steps;
    private final Map<String, Wording> shared;
    private final int longestShared;

    private record Wording(String chinese, String english) {

        String in(boolean inEnglish) {
            return inEnglish ? english : chinese;
        }
    }

    private Sentences(Map<String, Wording> steps, Map<String, Wording> shared) {
        this.steps = steps;
        this.shared = shared;
        this.longestShared = shared.keySet().stream()
                .mapToInt(way -> way.split("[<>]", -1).length - 1)
                .max()
                .orElse(0);
    }

    static Sentences load() {
        return new Sentences(read("/explore/sentences.csv", "step"), read("/explore/shared.csv", "way"));
    }

    static String step(String type, boolean forward) {
        return type + (forward ? FORWARD : BACKWARD);
    }

    /** The steps that have a sentence by themselves. */
    Set<String> steps() {
        return Set.copyOf(steps.keySet());
    }

    /** The ways to a shared node that have a sentence. */
    Set<String> shared() {
        return Set.copyOf(shared.keySet());
    }

    /** What the path says; {@code names} has one more than {@code walked}. */
    String tell(List<String> names, List<String> walked, boolean english) {
        List<String> told = new ArrayList<>();
        int at = 0;
        while (at < walked.size()) {
            int half = sharedFrom(walked, at);
            if (half > 0) {
                Wording wording = Objects.requireNonNull(shared.get(way(walked, at, half)));
                told.add(wording.in(english)
                        .replace("{shared}", names.get(at + half))
                        .replace("{a}", names.get(at))
                        .replace("{b}", names.get(at + 2 * half)));
                at += 2 * half;
            } else {
                told.add(single(walked.get(at), names.get(at), names.get(at + 1), english));
                at++;
            }
        }
        return joined(told, english);
    }

    static String joined(List<String> told, boolean english) {
        return String.join(english ? "; " : "；", told) + (english ? "." : "。");
    }

    /** How many steps from here lead to a shared node that as many mirrored steps leave again; 0 when none do. */
    private int sharedFrom(List<String> walked, int at) {
        for (int half = Math.min(longestShared, (walked.size() - at) / 2); half > 0; half--) {
            if (shared.containsKey(way(walked, at, half)) && isMirrored(walked, at, half)) {
                return half;
            }
        }
        return 0;
    }

    private static boolean isMirrored(List<String> walked, int at, int half) {
        for (int step = 0; step < half; step++) {
            if (!turned(walked.get(at + step)).equals(walked.get(at + 2 * half - 1 - step))) {
                return false;
            }
        }
        return true;
    }

    private static String way(List<String> walked, int at, int half) {
        return String.join("", walked.subList(at, at + half));
    }

    private static String turned(String step) {
        String type = step.substring(0, step.length() - 1);
        return type + (step.endsWith(FORWARD) ? BACKWARD : FORWARD);
    }

    /** What one step says. */
    String single(String step, String from, String to, boolean english) {
        Wording wording = steps.get(step);
        String text = wording == null ? (english ? "{a} is related to {b}" : "{a}与{b}有关联") : wording.in(english);
        return text.replace("{a}", from).replace("{b}", to);
    }

    private static Map<String, Wording> read(String path, String key) {
        Map<String, Wording> result = new LinkedHashMap<>();
        try (InputStream file = Objects.requireNonNull(Sentences.class.getResourceAsStream(path), path);
                InputStreamReader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(text)) {
                Wording before = result.put(row.getField(key), new Wording(row.getField("zh"), row.getField("en")));
                if (before != null) {
                    throw new IllegalStateException(path + " has " + row.getField(key) + " twice");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return result;
    }
}
