package io.lianshu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One way to the page (or another answer), with what it did in each round.
 *
 * @param served processes that serve it, besides the database
 */
record Side(String name, Load load, List<ProcessHandle> served, List<Round> rounds) {

    /**
     * One round of one side.
     *
     * @param servingMicros processor time of the serving processes for one answer
     * @param databaseMicros processor time of the database for one answer
     * @param askingMicros processor time of the benchmark itself for one answer
     */
    record Round(Outcome outcome, double servingMicros, double databaseMicros, double askingMicros) {}

    Side(String name, Load load, List<ProcessHandle> served) {
        this(name, load, served, new ArrayList<>());
    }

    Outcome measure(int concurrency, long nanos, ProcessHandle database, boolean counts) throws Exception {
        List<ProcessHandle> asking = List.of(ProcessHandle.current());
        var before = List.of(ProcessorTime.of(served), ProcessorTime.of(List.of(database)), ProcessorTime.of(asking));
        Outcome outcome = load.run(concurrency, nanos);
        if (counts) {
            double answers = outcome.answers() * 1e3;
            rounds.add(new Round(
                    outcome,
                    ProcessorTime.of(served).minus(before.get(0)).toNanos() / answers,
                    ProcessorTime.of(List.of(database)).minus(before.get(1)).toNanos() / answers,
                    ProcessorTime.of(asking).minus(before.get(2)).toNanos() / answers));
        }
        return outcome;
    }

    double median(ToDoubleFunction<Round> figure) {
        return Figures.median(rounds.stream().mapToDouble(figure).toArray());
    }

    double[] rates() {
        return rounds.stream().mapToDouble(round -> round.outcome().rate()).toArray();
    }

    /** This side's rate as a multiple of the other's, round by round. */
    double[] ratiosTo(Side other) {
        double[] own = rates();
        double[] others = other.rates();
        double[] result = new double[own.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = own[i] / others[i];
        }
        return result;
    }
}
