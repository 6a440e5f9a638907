package io.lianshu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the rooms to the map: their names, their arrows, and the README that shows them. */
class RoomTests {

    private static final String PRODUCT = "io.lianshu";
    private static final String SAMPLES = "io.lianshu.architecture.broken.rooms.";
    private static final ImportOption EVERYTHING = location -> true;

    private final List<SourceFile> repository = SourceFile.under(SourceFile.REPOSITORY);

    @Test
    void everyRoomIsOnTheMapAndKeepsToItsArrows() {
        assertThat(Rooms.violations(PRODUCT, new DoNotIncludeTests())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "arrow, project may not use approval",
        "unnamed, warehouse is no room of the map",
        "unmarked, has no package-info that is @NullMarked",
        "silent, does not say with @ApplicationModule what it may use",
        "undeclared, 'depends on module ''company'''",
        "inside, non-exposed type",
    })
    void theMapRefusesTheSample(String sample, String says) {
        assertThat(Rooms.violations(SAMPLES + sample, EVERYTHING)).anyMatch(violation -> violation.contains(says));
    }

    @Test
    void theMapAcceptsTheRightSample() {
        assertThat(Rooms.violations(SAMPLES + "right", EVERYTHING)).isEmpty();
    }

    @Test
    void sdlAndStatementsLieInFilesAndFoldersNamedAfterRooms() {
        assertThat(homeless(repository)).isEmpty();
    }

    @Test
    void aFileOfNoRoomIsSeen() {
        SourceFile sdl = new SourceFile(SourceFile.REPOSITORY, "schema/graphql/warehouse.graphqls", "");
        SourceFile cypher = new SourceFile(SourceFile.REPOSITORY, "src/main/resources/cypher/shed/tools.cypher", "");
        assertThat(homeless(List.of(sdl, cypher))).containsExactly(sdl.path(), cypher.path());
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void theReadmesMapShowsTheRoomsThatAreThere(String name) {
        SourceFile readme = repository.stream()
                .filter(file -> file.path().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + name));
        assertThat(differences(readme, Rooms.existing(PRODUCT, new DoNotIncludeTests())))
                .isEmpty();
    }

    @Test
    void aMapThatLiesIsSeen() {
        SourceFile readme = new SourceFile(SourceFile.REPOSITORY, "README.md", """
                | room | holds | may use |
                |---|---|---|
                | `platform` | ground | nothing |
                | `project` | projects | company |
                | `warehouse` | boxes | – |
                """);
        assertThat(differences(
                        readme, Map.of("platform", Set.of(), "project", Set.of("organisation"), "policy", Set.of())))
                .containsExactlyInAnyOrder(
                        "project uses [organisation], the map says company",
                        "the map shows warehouse, which is not there",
                        "the map does not show policy");
    }

    private static List<String> homeless(List<SourceFile> files) {
        return files.stream()
                .map(SourceFile::path)
                .filter(path -> path.matches("schema/graphql/[^/]+|src/main/resources/cypher/.+"))
                .filter(path -> !path.equals("schema/graphql/root.graphqls"))
                .filter(path -> !Rooms.isRoom(path.startsWith("schema") ? path.split("[/.-]")[2] : path.split("/")[4]))
                .toList();
    }

    /** A cell names rooms in code style or plainly; any words without a room's name mean that it uses none. */
    private static List<String> differences(SourceFile readme, Map<String, Set<String>> rooms) {
        Map<String, String> map = Readme.map(readme);
        Stream<String> gone = map.keySet().stream()
                .filter(room -> !rooms.containsKey(room))
                .map(room -> "the map shows " + room + ", which is not there");
        Stream<String> unshown = rooms.keySet().stream()
                .filter(room -> !map.containsKey(room))
                .map(room -> "the map does not show " + room);
        Stream<String> wrong = rooms.keySet().stream()
                .filter(map::containsKey)
                .filter(room -> !named(map.get(room)).equals(rooms.get(room)))
                .map(room -> room + " uses " + rooms.get(room) + ", the map says " + map.get(room));
        return Stream.of(gone, unshown, wrong).flatMap(findings -> findings).toList();
    }

    private static Set<String> named(String cell) {
        return Arrays.stream(cell.split("[^a-z]+"))
                .filter(Rooms::isRoom)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
