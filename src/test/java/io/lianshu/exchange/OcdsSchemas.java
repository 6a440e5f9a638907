package io.lianshu.exchange;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The standard's own schemas, the bids extension put into the release as publishers are told to. */
final class OcdsSchemas {

    static final Path FOLDER = Path.of(System.getProperty("lianshu.test.data", "."), "ocds");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OcdsSchemas() {}

    /** What the schemas find wrong with a release package, one text each. */
    static List<String> faults(Path file) throws IOException {
        String packages = Files.readString(FOLDER.resolve("1.1.5/release-package-schema.json"));
        ObjectNode release = (ObjectNode) JSON.readTree(Files.readString(FOLDER.resolve("1.1.5/release-schema.json")));
        merge(release, JSON.readTree(Files.readString(FOLDER.resolve("bids_extension_head/release-schema.json"))));
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_4,
                builder -> builder.schemas(Map.of(release.get("id").asString(), release.toString())));
        return registry
                .getSchema(packages, InputFormat.JSON)
                .validate(
                        Files.readString(file),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    /** As RFC 7386 patches a document. */
    private static void merge(ObjectNode into, JsonNode patch) {
        patch.properties().forEach(entry -> {
            if (into.get(entry.getKey()) instanceof ObjectNode there
                    && entry.getValue().isObject()) {
                merge(there, entry.getValue());
            } else {
                into.set(entry.getKey(), entry.getValue());
            }
        });
    }
}
