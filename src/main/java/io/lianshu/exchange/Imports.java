package io.lianshu.exchange;

import io.lianshu.exchange.mapping.ImportPlan;
import java.util.List;

/** Brings tables into the graph. */
public interface Imports {

    /**
     * Reads a mapping and holds it against the map of the graph.
     *
     * @param name the mapping's name, for messages
     * @throws io.lianshu.exchange.mapping.MappingRefused naming everything that is wrong
     */
    ImportPlan plan(String name, String yaml);

    /**
     * The plan of an import template.
     *
     * @throws io.lianshu.platform.refusal.Refusal when there is no such template
     */
    ImportPlan template(String name);

    /**
     * Imports all rows of the sources, in their order; blocks until done. Running it again is safe and changes nothing.
     *
     * @throws io.lianshu.exchange.mapping.MappingRefused when a source lacks a column, before the first row
     * @throws io.lianshu.exchange.mapping.HeaderRefused the same for a template
     * @throws ImportStopped when the graph stays away; what was written stays, and the same import can be run again
     */
    ImportSummary run(
            ImportPlan plan, List<? extends RowSource> sources, ImportOptions options, ImportListener listener);
}
