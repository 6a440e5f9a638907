package io.lianshu.demo;

import io.lianshu.demo.District.Made;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Hands out opened lots in which nothing is planted yet, each once. */
final class Scenes {

    /** Lots of the sample's own stories. */
    private static final int TAKEN = 6;

    private static final int LEAST = 4;

    private final Made made;
    private final List<Integer> free;
    private final Set<String> tied = new HashSet<>();

    Scenes(Made made, Rings rings, Draws draws) {
        this.made = made;
        String guaranteed = made.guaranteedLot();
        this.free = new ArrayList<>(draws.several(
                made.lots(),
                IntStream.range(TAKEN, made.lots())
                        .filter(place -> made.isOpened(place) && rings.of(place) == null)
                        .filter(place -> !made.lot(place).equals(guaranteed))
                        .boxed()
                        .toList()));
    }

    /** A lot with at least four plain bids. */
    Scene next() {
        return next(scene -> true);
    }

    Scene next(Predicate<Scene> fits) {
        for (int place : free) {
            Scene scene = scene(place);
            if (scene.rows().size() >= LEAST && fits.test(scene)) {
                free.remove((Integer) place);
                return scene;
            }
        }
        throw new IllegalStateException("The district is too small for what is to be planted");
    }

    /** A lot whose first two bidders bid together nowhere else, nor were tied before: what ties them shows here only. */
    Scene strangers() {
        for (int place : free) {
            Scene scene = scene(place);
            Optional<Scene> led = scene.rows().size() < LEAST ? Optional.empty() : strangers(scene);
            if (led.isPresent()) {
                free.remove((Integer) place);
                tied.addAll(led.get().companies(2));
                return led.get();
            }
        }
        throw new IllegalStateException("No two firms of the district meet once only");
    }

    /** A lot that was awarded, by the row of its award. */
    static int award(Scene scene) {
        return scene.made().rowsOf("awards", "lot", scene.lot()).get(0);
    }

    boolean isAwarded(Scene scene) {
        return !made.rowsOf("contracts", "lot", scene.lot()).isEmpty();
    }

    private Optional<Scene> strangers(Scene scene) {
        for (int first = 0; first < scene.rows().size(); first++) {
            for (int second = first + 1; second < scene.rows().size(); second++) {
                String one = scene.company(first);
                String other = scene.company(second);
                if (!tied.contains(one)
                        && !tied.contains(other)
                        && made.together(one, other).size() == 1) {
                    return Optional.of(scene.led(first, second));
                }
            }
        }
        return Optional.empty();
    }

    private Scene scene(int place) {
        return new Scene(
                made,
                place,
                made.bidsOf(made.lot(place)).stream().filter(this::isPlain).toList());
    }

    private boolean isPlain(int row) {
        String bid = made.bids().cell(row, "bidNo");
        boolean ownMachine = made.rowsOf("bid-devices", "documentNo", bid.replace("TB", "WJ")).stream()
                .noneMatch(device ->
                        made.table("bid-devices").cell(device, "publicTerminal").equals("true"));
        boolean transferred = made.rowsOf("deposits", "bidNo", bid).stream()
                .anyMatch(
                        deposit -> made.table("deposits").cell(deposit, "form").equals("TRANSFER"));
        return made.bids().cell(row, "valid").equals("true")
                && made.bids().cell(row, "member").isEmpty()
                && ownMachine
                && transferred;
    }
}
