package io.lianshu.contract;

import graphql.language.Argument;
import graphql.language.DirectivesContainer;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.StringValue;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the SDL names outside itself (statements, rules, code lists, indexes, Java) and whether it is there and used. */
final class MapFiles {

    private static final Pattern COMPUTED = Pattern.compile("\"([A-Z]\\w*\\.[a-z]\\w*)\"");

    private final Path root;
    private final TypeDefinitionRegistry sdl;
    private final Map<Path, String> java = new LinkedHashMap<>();
    private final String migrations;
    private final List<String> problems = new ArrayList<>();

    private MapFiles(Path root) {
        this.root = root;
        this.sdl = Sdl.files(root);
        Sdl.filesUnder(root.resolve("src/main/java")).forEach(file -> java.put(file, Sdl.read(file)));
        this.migrations = Sdl.filesUnder(root.resolve("schema/graph")).stream()
                .map(Sdl::read)
                .collect(Collectors.joining("\n"));
    }

    /**
     * One sentence for each thing that is missing, or there for nobody.
     *
     * @param root the repository, or a sample laid out like it
     */
    static List<String> problems(Path root) {
        MapFiles files = new MapFiles(root);
        files.statements();
        files.codes();
        files.graph();
        files.connections();
        files.computed();
        return files.problems;
    }

    /** Statements of fields by {@code room/name}, each with the types that own such a field. */
    static Map<String, Set<String>> statementOwners(TypeDefinitionRegistry sdl) {
        Map<String, Set<String>> owners = new TreeMap<>();
        fields(sdl)
                .forEach((owner, fields) -> fields.forEach(field -> named(field, "cypher", "statement")
                        .forEach(statement -> owners.computeIfAbsent(statement, any -> new TreeSet<>())
                                .add(owner))));
        return owners;
    }

    /** Rules and gates by {@code room/rule}, each with the types of the nodes they are asked of. */
    static Map<String, Set<String>> ruleOwners(TypeDefinitionRegistry sdl) {
        Map<String, Set<String>> owners = new TreeMap<>();
        sdl.getTypes(ObjectTypeDefinition.class)
                .forEach(type -> Stream.concat(named(type, "visible", "rule"), named(type, "editable", "rule"))
                        .forEach(rule -> owners.computeIfAbsent(rule, any -> new TreeSet<>())
                                .add(type.getName())));
        extensions(sdl)
                .forEach(type -> named(type, "unmasked", "rule")
                        .forEach(rule -> owners.computeIfAbsent(rule, any -> new TreeSet<>())
                                .add(type.getName())));
        fields(sdl)
                .forEach((owner, fields) -> fields.stream()
                        .flatMap(field ->
                                Stream.concat(named(field, "visible", "rule"), named(field, "relationship", "gate")))
                        .forEach(rule -> owners.computeIfAbsent(rule, any -> new TreeSet<>())
                                .add(owner)));
        return owners;
    }

    private void statements() {
        Path cypher = root.resolve("src/main/resources/cypher");
        Set<String> there = Sdl.filesUnder(cypher).stream()
                .map(file ->
                        cypher.relativize(file).toString().replace('\\', '/').replaceFirst("\\.cypher$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = new TreeSet<>(statementOwners(sdl).keySet());
        Stream.of(
                        everything("visible", "rule"),
                        everything("editable", "rule"),
                        everything("relationship", "gate"),
                        extensions(sdl).flatMap(type -> named(type, "unmasked", "rule")))
                .flatMap(rules -> rules)
                .map(rule -> rule.replaceFirst("/", "/visible/"))
                .forEach(named::add);
        named.stream()
                .filter(name -> !there.contains(name))
                .forEach(name -> problems.add("no file cypher/" + name + ".cypher, which the SDL names"));
        there.stream()
                .filter(name -> !named.contains(name) && !inJava(name))
                .forEach(name -> problems.add("nobody uses cypher/" + name + ".cypher"));
    }

    private void codes() {
        Path codes = root.resolve("schema/codes");
        Set<String> there = Sdl.filesUnder(codes).stream()
                .map(file -> file.getFileName().toString().replaceFirst("\\.csv$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = everything("code", "list").collect(Collectors.toCollection(TreeSet::new));
        named.stream()
                .filter(list -> !there.contains(list))
                .forEach(list -> problems.add("no code list " + list + ", which the SDL names"));
        there.stream()
                .filter(list -> !named.contains(list)
                        && java.values().stream().noneMatch(text -> text.contains('"' + list + '"')))
                .forEach(list -> problems.add("nobody uses the code list " + list));
    }

    /** A connection's edges are those of the relation that names it first; another kind of edge would go unnoticed. */
    private void connections() {
        Map<String, Set<String>> edges = new TreeMap<>();
        fields(sdl)
                .forEach((owner, fields) -> fields.stream()
                        .filter(field -> field.hasDirective("relationship"))
                        .forEach(field -> edges.computeIfAbsent(
                                        TypeInfo.typeInfo(field.getType()).getName(), any -> new TreeSet<>())
                                .add(Stream.concat(
                                                named(field, "relationship", "node"),
                                                named(field, "relationship", "properties"))
                                        .collect(Collectors.joining(" with ")))));
        edges.forEach((type, kinds) -> {
            if (type.endsWith("Connection") && kinds.size() > 1) {
                problems.add(type + " stands for several kinds of edges: " + kinds);
            }
        });
    }

    private void graph() {
        for (ObjectTypeDefinition type : sdl.getTypes(ObjectTypeDefinition.class)) {
            if (!type.hasDirective("node")) {
                continue;
            }
            String label = named(type, "node", "label").findFirst().orElse(type.getName());
            if (!uniqueIds(label, "") && !uniqueIds(label, "\\1\\.run,\\s*")) {
                problems.add("no constraint makes the ids of :" + label + " unique");
            }
            named(type, "node", "fulltext")
                    .filter(index -> !migrated("CREATE\\s+FULLTEXT\\s+INDEX\\s+" + index + "\\b[^;]*:\\s*(?:\\w+\\|)*"
                            + label + "\\b[^;]*cjk"))
                    .forEach(index -> problems.add("no full-text index " + index + " with cjk on :" + label));
        }
    }

    /** @param before what else is part of the key: of results that give way to the next all at once, which of them it is */
    private boolean uniqueIds(String label, String before) {
        return migrated("CREATE\\s+CONSTRAINT[^;]*\\((\\w+):" + label + "\\)\\s*REQUIRE\\s+\\(?" + before
                        + "\\1\\.id\\)?\\s+IS\\s+UNIQUE")
                && (before.isEmpty()
                        || migrated("CREATE\\s+INDEX[^;]*\\((\\w+):" + label + "\\)\\s*ON\\s*\\(\\1\\.id\\)"));
    }

    private void computed() {
        Set<String> named = new TreeSet<>();
        fields(sdl)
                .forEach((owner, fields) -> fields.stream()
                        .filter(field -> field.hasDirective("computed"))
                        .forEach(field -> named.add(owner + "." + field.getName())));
        Set<String> there = java.values().stream()
                .filter(text -> text.matches("(?s).*\\b(?:implements\\s[^{]*|new )ComputedValue\\b.*"))
                .flatMap(text -> COMPUTED.matcher(text).results().map(found -> found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
        named.stream()
                .filter(field -> !there.contains(field))
                .forEach(field -> problems.add("no ComputedValue answers " + field));
        there.stream()
                .filter(field -> !named.contains(field))
                .forEach(field -> problems.add(field + " is computed for nobody"));
    }

    private boolean migrated(String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(migrations);
        return matcher.find();
    }

    /** Whether Java of the statement's own room names it, or any Java names room and statement together. */
    private boolean inJava(String place) {
        String room = place.split("/")[0];
        String name = place.substring(room.length() + 1);
        return java.entrySet().stream().anyMatch(file -> {
            boolean ownRoom = root.relativize(file.getKey()).toString().contains("/" + room + "/")
                    && file.getValue().contains('"' + name + '"');
            return ownRoom
                    || Pattern.compile("\"" + room + "\",\\s*\"" + Pattern.quote(name) + "\"")
                            .matcher(file.getValue())
                            .find();
        });
    }

    private Stream<String> everything(String directive, String argument) {
        Stream<DirectivesContainer<?>> types = sdl.types().values().stream()
                .filter(DirectivesContainer.class::isInstance)
                .map(type -> (DirectivesContainer<?>) type);
        Stream<DirectivesContainer<?>> fields =
                fields(sdl).values().stream().flatMap(List::stream).map(field -> field);
        return Stream.concat(types, fields).flatMap(place -> named(place, directive, argument));
    }

    private static Map<String, List<FieldDefinition>> fields(TypeDefinitionRegistry sdl) {
        Map<String, List<FieldDefinition>> fields = new TreeMap<>();
        Stream.concat(sdl.getTypes(ObjectTypeDefinition.class).stream(), extensions(sdl))
                .forEach(type -> fields.computeIfAbsent(type.getName(), any -> new ArrayList<>())
                        .addAll(type.getFieldDefinitions()));
        return fields;
    }

    private static Stream<ObjectTypeExtensionDefinition> extensions(TypeDefinitionRegistry sdl) {
        return sdl.objectTypeExtensions().values().stream().flatMap(List::stream);
    }

    private static Stream<String> named(DirectivesContainer<?> place, String directive, String argument) {
        return place.getDirectives(directive).stream()
                .map(found -> found.getArgument(argument))
                .filter(found -> found != null && found.getValue() instanceof StringValue)
                .map(Argument::getValue)
                .map(value -> ((StringValue) value).getValue());
    }
}
