package io.lianshu.demo;

import io.lianshu.demo.District.Made;
import io.lianshu.demo.OrganisationSample.Human;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Committees of all opened lots of a grown district, and what they gave in every fourth. */
final class Evaluations {

    private static final int SEATS = 5;
    private static final int FIRST = 3;
    private static final int SCORED = 4;

    private final Made made;
    private final Draws draws;
    private final List<Human> experts = new ArrayList<>();
    private final Map<String, Integer> quality = new HashMap<>();

    Evaluations(Scope scope, OrganisationSample organisation, Made made) {
        this.made = made;
        this.draws = scope.draws("evaluations");
        for (int i = 0; i < scope.of(10, 80); i++) {
            experts.add(organisation.expert(draws));
        }
    }

    void fill(Table committees, Table scores) {
        int number = 10_000;
        for (int place = FIRST; place < made.lots(); place++) {
            if (!made.isOpened(place)) {
                continue;
            }
            List<Human> seated = draws.several(SEATS, experts);
            for (int seat = 0; seat < SEATS; seat++) {
                committees.put(
                        "committeeNo",
                        "PB-1%05d".formatted(place),
                        "drawnAt",
                        made.openedAt(place).replace("T09:30", "T08:00"),
                        "role",
                        seat == 0 ? "CHAIR" : "EXPERT",
                        "lot",
                        made.lot(place),
                        "lotRound",
                        1,
                        "person",
                        seated.get(seat).idNumber());
            }
            for (int row : place % SCORED == 0 ? made.bidsOf(made.lot(place)) : List.<Integer>of()) {
                number = judge(scores, row, seated, number);
            }
        }
    }

    private int judge(Table scores, int row, List<Human> seated, int last) {
        int number = last;
        if (!made.bids().cell(row, "valid").equals("true")) {
            return number;
        }
        int level = quality.computeIfAbsent(made.bids().cell(row, "tenderer"), any -> draws.between(230, 275));
        for (Human expert : seated) {
            int score = level + draws.between(-12, 12);
            scores.put(
                    "scoreNo",
                    "DF-%06d".formatted(++number),
                    "item",
                    "施工组织设计",
                    "score",
                    "%d.%d".formatted(score / 10, score % 10),
                    "person",
                    expert.idNumber(),
                    "bidNo",
                    made.bids().cell(row, "bidNo"));
        }
        return number;
    }
}
