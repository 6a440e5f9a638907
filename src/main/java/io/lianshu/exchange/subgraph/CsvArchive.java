package io.lianshu.exchange.subgraph;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.lianshu.exchange.mapping.FormulaGuard;
import io.lianshu.exchange.subgraph.Subgraph.Link;
import io.lianshu.exchange.subgraph.Subgraph.Vertex;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Three tables in one archive: nodes and edges under the headings that Gephi knows, and what the file says of itself. */
final class CsvArchive {

    private CsvArchive() {}

    static byte[] of(Subgraph graph, About about) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, "nodes.csv", nodes(graph), about);
            put(zip, "edges.csv", edges(graph), about);
            List<List<String>> said = new ArrayList<>();
            said.add(List.of("name", "value"));
            about.said().forEach((name, value) -> said.add(List.of(name, value)));
            put(zip, "about.csv", said, about);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<List<String>> nodes(Subgraph graph) {
        Set<String> more = graph.ofNodes().keySet();
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(List.of("Id", "Label", "type", "typeLabel"), more));
        for (Vertex node : graph.nodes()) {
            rows.add(row(
                    List.of(
                            node.id(),
                            node.title(),
                            node.type().code(),
                            node.type().label()),
                    values(more, node.more())));
        }
        return rows;
    }

    private static List<List<String>> edges(Subgraph graph) {
        Set<String> more = graph.ofEdges().keySet();
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(List.of("Id", "Source", "Target", "Type", "Label", "relation", "relationLabel"), more));
        for (Link edge : graph.edges()) {
            rows.add(row(
                    List.of(
                            "e" + (rows.size() - 1),
                            edge.from(),
                            edge.to(),
                            graph.directed() ? "Directed" : "Undirected",
                            edge.type().label(),
                            edge.type().code(),
                            edge.type().label()),
                    values(more, edge.more())));
        }
        return rows;
    }

    private static List<String> values(Set<String> names, Map<String, Object> more) {
        return names.stream()
                .map(name -> String.valueOf(more.getOrDefault(name, "")))
                .toList();
    }

    private static List<String> row(List<String> first, Iterable<String> then) {
        List<String> row = new ArrayList<>(first);
        then.forEach(row::add);
        return row;
    }

    private static void put(ZipOutputStream zip, String name, List<List<String>> rows, About about) throws IOException {
        StringWriter text = new StringWriter();
        // Spreadsheet programs take a file without the mark for one of the machine's own encoding.
        text.append('\ufeff');
        try (CsvWriter out = CsvWriter.builder().build(text)) {
            rows.forEach(
                    row -> out.writeRecord(row.stream().map(CsvArchive::guarded).toList()));
        }
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(
                java.nio.file.attribute.FileTime.from(about.at().toInstant()));
        zip.putNextEntry(entry);
        zip.write(text.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** A text that a spreadsheet program would take for a formula; a number is none. */
    private static String guarded(String cell) {
        return cell.matches("-?[0-9.]+(E-?[0-9]+)?") ? cell : FormulaGuard.guarded(cell);
    }
}
