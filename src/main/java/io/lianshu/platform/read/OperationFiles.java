package io.lianshu.platform.read;

import io.lianshu.platform.viewer.Role;
import io.lianshu.platform.viewer.Viewer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The clients' operations ({@code api/operations/<client>/<Name>.graphql}), each with its example's variables. */
public final class OperationFiles {

    private static final String FILES = "classpath*:operations/*/*.graphql";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OperationFiles() {}

    /**
     * One operation.
     *
     * @param client the folder it lies in
     * @param variables of its example, {@code <Name>.variables.json} beside it; empty when it needs none
     */
    public record OperationFile(String client, String name, String document, Map<String, Object> variables) {

        private static final Pattern COMMAND = Pattern.compile("(?m)^\\s*(mutation|subscription)\\b");

        /** Whether it changes something, or waits for what others change: not to be asked for practice. */
        public boolean isCommand() {
            return COMMAND.matcher(document).find();
        }

        /** Somebody who has the client's role; the public for a client that is no role. */
        public Viewer viewer() {
            Set<Role> roles = Stream.of(Role.values())
                    .filter(role -> ("-" + role.slug() + "-").contains("-" + client + "-"))
                    .collect(Collectors.toUnmodifiableSet());
            return new Viewer(client, roles, null, null, Locale.CHINESE);
        }
    }

    /** All of them, by client and name. */
    public static List<OperationFile> load() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources(FILES);
            return Arrays.stream(files)
                    .map(OperationFiles::read)
                    .sorted(Comparator.comparing(OperationFile::client).thenComparing(OperationFile::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OperationFile read(Resource file) {
        try {
            String[] steps = file.getURL().getPath().split("/", -1);
            String name = steps[steps.length - 1].replace(".graphql", "");
            Resource example = file.createRelative(name + ".variables.json");
            Map<String, Object> variables = example.exists()
                    ? JSON.readValue(example.getContentAsString(StandardCharsets.UTF_8), new TypeReference<>() {})
                    : Map.of();
            return new OperationFile(
                    steps[steps.length - 2], name, file.getContentAsString(StandardCharsets.UTF_8), variables);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
