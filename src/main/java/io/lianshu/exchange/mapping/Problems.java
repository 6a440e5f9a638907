package io.lianshu.exchange.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong with a mapping, so that its author sees all of it at once. */
final class Problems {

    private final List<MappingProblem> found = new ArrayList<>();

    void add(int line, String path, String chinese, String english) {
        found.add(new MappingProblem(line, path, chinese, english));
    }

    void add(Place place, String chinese, String english) {
        add(place.line(), place.path(), chinese, english);
    }

    /** @throws MappingRefused when anything is wrong */
    void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new MappingRefused(found.stream()
                    .distinct()
                    .sorted(Comparator.comparingInt(MappingProblem::line))
                    .toList());
        }
    }
}
