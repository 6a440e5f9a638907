package io.lianshu.platform.read;

import static org.assertj.core.api.Assertions.fail;

import io.lianshu.platform.read.ReadBench.Answer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neo4j.driver.Query;

/** Asks all three of the same request; on a difference it makes the document smaller as long as they still differ. */
final class Comparison {

    /** Texts of the sample, ids, days, and numbers that are no limit of the SDL. */
    private static final Pattern VALUE =
            Pattern.compile("[^\\x00-\\x7f]+|[a-z]{2,4}_[a-z2-7]{26}|\\d{4}-\\d\\d-\\d\\d|\\d{4,}|\\d+\\.\\d+");

    private final ReadBench bench;
    private Answer evaluated;

    Comparison(ReadBench bench) {
        this.bench = bench;
    }

    /** The answer on which all agree, as the evaluation in memory gives it. */
    Answer agreed(SampleRequest request) {
        String first = difference(request);
        if (first != null) {
            String kind = kind(first);
            SampleRequest smallest =
                    new DocumentShrinker(bench.clients).shrink(request, smaller -> differsValidly(smaller, kind));
            bench.sent.take();
            String difference = difference(smallest);
            if (difference == null) {
                smallest = request;
                difference = "once asked again the three do not differ any more; at first " + first;
            }
            bench.passedThrough(smallest);
            StringBuilder sent = new StringBuilder();
            for (Query query : bench.sent.take()) {
                sent.append(query.text())
                        .append("\n  with ")
                        .append(query.parameters())
                        .append('\n');
            }
            fail("%s%n%ngraph of seed %d, viewer %s, variables %s%n%s%nstatements:%n%s%nasked at first:%n%s"
                    .formatted(
                            difference,
                            bench.graph.seed,
                            smallest.viewer(),
                            smallest.variables(),
                            smallest.document(),
                            sent,
                            request.document()));
        }
        return evaluated;
    }

    /** Smaller documents must differ in the same way. */
    private static String kind(String difference) {
        return difference.lines().findFirst().orElse("").replaceFirst("(values|paths|value).*", "$1");
    }

    private boolean differsValidly(SampleRequest request, String kind) {
        try {
            String difference = difference(request);
            return difference != null && kind(difference).equals(kind);
        } catch (RuntimeException e) {
            return false;
        }
    }

    private String difference(SampleRequest request) {
        bench.sent.take();
        Answer naive = bench.naive(request);
        evaluated = naive;
        if (naive.codes().stream().anyMatch(code -> !code.equals("NullValueInNonNullableField"))) {
            return "the evaluation in memory failed: " + naive.messages();
        }
        Answer passed = bench.passedThrough(request);
        List<Query> sent = bench.sent.take();
        Answer walked = bench.walked(request);
        bench.sent.take();
        if (passed.codes().stream().anyMatch(code -> !code.equals("VALUE_MISSING") && !code.startsWith("NullValue"))) {
            return "refused or failed: " + passed.codes() + " " + passed.messages();
        }
        if (!passed.data().equals(walked.data())) {
            return "passed through and walked differ:\n" + passed.data() + "\n" + walked.data();
        }
        if (!passed.errorPaths().equals(walked.errorPaths())) {
            return "paths of errors differ: passed through " + passed.errorPaths() + ", walked " + walked.errorPaths();
        }
        String compiled = bench.withNaiveCursors(passed.data(), naive.data());
        if (!compiled.equals(naive.data())) {
            return "compiled and in memory differ:\n" + compiled + "\n" + naive.data();
        }
        if (!passed.errorPaths().equals(naive.errorPaths())) {
            return "paths of errors differ: compiled " + passed.errorPaths() + ", in memory " + naive.errorPaths();
        }
        return values(request, sent);
    }

    /** A value of the request that stands in a statement's text, said so; null when there is none. */
    private String values(SampleRequest request, List<Query> sent) {
        Matcher values = VALUE.matcher(request.document() + bench.json.writeValueAsString(request.variables()));
        while (values.find()) {
            for (Query query : sent) {
                if (query.text().contains(values.group())) {
                    return "value " + values.group() + " stands in the statement " + query.text();
                }
            }
        }
        return null;
    }
}
