package io.lianshu.demo;

import io.lianshu.demo.District.Made;
import io.lianshu.demo.Plant.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Collects what is true about a district and stands in no table. */
final class Truth {

    private final Made made;
    private final List<Plant> plants = new ArrayList<>();

    Truth(Made made) {
        this.made = made;
    }

    List<Plant> plants() {
        return List.copyOf(plants);
    }

    void guilty(
            String clause,
            String kind,
            List<String> lots,
            List<String> companies,
            List<String> evidence,
            String chinese,
            String english) {
        add(Verdict.GUILTY, clause, kind, lots, companies, evidence, chinese, english);
    }

    void innocent(
            String clause,
            String kind,
            List<String> lots,
            List<String> companies,
            List<String> evidence,
            String chinese,
            String english) {
        add(Verdict.INNOCENT, clause, kind, lots, companies, evidence, chinese, english);
    }

    /** A named project behind a figure of the report. */
    void figure(int number, String kind, List<String> evidence, String chinese, String english) {
        add(Verdict.CASE, "图" + number, kind, List.of(), List.of(), evidence, chinese, english);
    }

    private void add(
            Verdict verdict,
            String clause,
            String kind,
            List<String> lots,
            List<String> companies,
            List<String> evidence,
            String chinese,
            String english) {
        boolean opened = lots.stream()
                .anyMatch(lot ->
                        !made.find("lots", "openedAt", "bidSectionCode", lot).isEmpty());
        plants.add(new Plant(
                "P%04d".formatted(plants.size() + 1),
                verdict,
                clause,
                kind,
                List.copyOf(lots),
                opened,
                List.copyOf(companies),
                List.copyOf(evidence),
                chinese,
                english));
    }
}
