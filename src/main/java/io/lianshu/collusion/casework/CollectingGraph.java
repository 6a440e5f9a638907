package io.lianshu.collusion.casework;

import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.NodeWrites;
import io.lianshu.platform.command.NodeWrites.Link;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;
import tools.jackson.databind.json.JsonMapper;

/** Writes the evidence of one call; what was collected before and has not changed is not collected again. */
@OwnsItsThread
final class CollectingGraph {

    static final String LABEL = "Evidence";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final CommandCall call;
    private final String matter;
    private final List<Map<String, Object>> before;
    private final NodeWrites writes;
    private final Transaction transaction;
    private int written;

    /** @param before source and sha256 of what the case has */
    CollectingGraph(
            CommandCall call,
            String matter,
            List<Map<String, Object>> before,
            NodeWrites writes,
            Transaction transaction) {
        this.call = call;
        this.matter = matter;
        this.before = before;
        this.writes = writes;
        this.transaction = transaction;
    }

    int written() {
        return written;
    }

    void lead(Lead lead, PathGraph paths) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (String name :
                List.of("titleZh", "titleEn", "clauseZh", "clauseEn", "explanationZh", "explanationEn", "strength")) {
            values.put(name, lead.signal().get(name));
        }
        values.put("nodes", lead.nodes());
        values.put("fact", lead.signal().get("fact"));
        values.put("alone", lead.signal().get("alone"));
        write("SIGNAL", lead.id(), lead.content(paths.of(lead.walks(), transaction)), values, List.of());
    }

    /** @param note what the file shows */
    void file(Map<String, Object> file, String note) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("titleZh", file.get("name"));
        values.put("titleEn", file.get("name"));
        values.put("explanationZh", note);
        values.put("explanationEn", note);
        Map<String, @Nullable Object> content = new TreeMap<>(file);
        content.put("explanationZh", note);
        write("FILE", String.valueOf(file.get("id")), content, values, List.of(file));
    }

    /** @param companies id and name of each that it was with */
    void interview(Map<String, Object> talk, List<Map<String, Object>> companies, List<Map<String, Object>> minutes) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("titleZh", "约谈 " + talk.get("interviewNo"));
        values.put("titleEn", "Interview " + talk.get("interviewNo"));
        values.put("explanationZh", talk.get("summary"));
        values.put("explanationEn", talk.get("summary"));
        Map<String, @Nullable Object> content = new TreeMap<>();
        for (String name : List.of("interviewNo", "heldAt", "place", "subject", "summary")) {
            content.put(name, Objects.toString(talk.get(name), null));
        }
        content.put("companies", Lead.sorted(companies));
        content.put("minutes", minutes.stream().map(TreeMap::new).toList());
        write("INTERVIEW", String.valueOf(talk.get("id")), content, values, minutes);
    }

    private void write(
            String kind,
            String source,
            Map<String, @Nullable Object> content,
            Map<String, @Nullable Object> given,
            List<Map<String, Object>> files) {
        String text = JSON.writeValueAsString(content);
        String sha256 = Custody.sha256(text);
        if (before.stream()
                .anyMatch(known -> source.equals(known.get("source")) && sha256.equals(known.get("sha256")))) {
            return;
        }
        String id = NodeId.of("evd", List.of(matter, source, sha256));
        Map<String, @Nullable Object> values = new HashMap<>(given);
        values.put("kind", kind);
        values.put("sourceId", source);
        values.put("content", text);
        values.put("sha256", sha256);
        values.put("collectedAt", call.now());
        values.put("fileCount", (long) files.size());
        List<Link> links = new ArrayList<>();
        links.add(Link.from("SUPPORTED_BY", CaseGraph.LABEL, matter));
        links.add(Link.to(
                "COLLECTED_BY", "Person", Objects.requireNonNull(call.viewer().personId())));
        files.forEach(file -> links.add(Link.from("ATTACHED_TO", "Attachment", String.valueOf(file.get("id")))));
        writes.create(LABEL, id, values, links);
        CustodyGraph.append(id, "COLLECTED", call.viewer(), null, sha256, call.now(), writes, transaction);
        written++;
    }
}
