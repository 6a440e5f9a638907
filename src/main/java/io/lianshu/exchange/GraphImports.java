package io.lianshu.exchange;

import io.lianshu.exchange.mapping.ImportPlan;
import io.lianshu.exchange.mapping.Vocabulary;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.write.RowCheck;
import java.time.Clock;
import java.util.List;

/** Imports into the graph of a driver. */
@OwnsItsThread
final class GraphImports implements Imports {

    private final Vocabulary vocabulary;
    private final ImportGraph graph;
    private final List<RowCheck> checks;
    private final Clock clock;

    GraphImports(Vocabulary vocabulary, ImportGraph graph, List<RowCheck> checks, Clock clock) {
        this.vocabulary = vocabulary;
        this.graph = graph;
        this.checks = List.copyOf(checks);
        this.clock = clock;
    }

    @Override
    public ImportPlan plan(String name, String yaml) {
        return ImportPlan.read(name, yaml, vocabulary);
    }

    @Override
    public ImportPlan template(String name) {
        return Templates.isForeign(name)
                ? plan(name, Templates.mapping(name))
                : ImportPlan.template(name, Templates.mapping(name), vocabulary);
    }

    @Override
    public ImportSummary run(
            ImportPlan plan, List<? extends RowSource> sources, ImportOptions options, ImportListener listener) {
        List<String> files = sources.stream().map(RowSource::name).toList();
        String source = options.source() == null ? plan.source() : options.source();
        return new ImportRun(
                        plan,
                        sources,
                        options,
                        listener,
                        checks,
                        graph,
                        new Stamp(clock, source, files, options.uploaded()))
                .run();
    }
}
