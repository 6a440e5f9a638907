package io.lianshu.platform.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.viewer.Role;
import io.lianshu.platform.viewer.Viewer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Arguments that are of the right type and still wrong: each is refused under its code, and nothing is sent. */
class RefusedReadsIT {

    private static final Viewer ANALYST = new Viewer("ana", Set.of(Role.ANALYST), null, null, Locale.ENGLISH);

    private final ReadBench bench = ReadBench.shared();

    @BeforeProperty
    void load() {
        bench.load(new SampleGraph(3));
    }

    @Property(tries = 30)
    void aTextThatIsNoCursorIsRefused(@ForAll @From("texts") String cursor) {
        refused("query ($c: String) {things(after: $c) {edges {node {id}}}}", "c", cursor, "BAD_CURSOR");
        refused(
                "query ($c: String) {makers(last: 3, before: $c) {totalCount pageInfo {hasNextPage}}}",
                "c",
                cursor,
                "BAD_CURSOR");
    }

    @Property(tries = 30)
    void aChangedCursorIsRefused(@ForAll @IntRange(min = 0, max = 500) int place, @ForAll char character) {
        String cursor = cursorOf("{things(first: 1) {edges {cursor}}}", Viewer.PUBLIC);
        int at = place % cursor.length();
        String changed = cursor.substring(0, at) + character + cursor.substring(at + 1);
        if (!changed.equals(cursor)) {
            refused("query ($c: String) {things(after: $c) {edges {node {id}}}}", "c", changed, "BAD_CURSOR");
        }
    }

    @Example
    void aCursorOfAnotherOrderListOrViewerIsRefused() {
        String cursor = cursorOf("{things(first: 1, orderBy: [{price: ASC}]) {edges {cursor}}}", Viewer.PUBLIC);
        String used = "query ($c: String) {%s(after: $c%s) {edges {node {id}}}}";
        assertThat(ask(used.formatted("things", ", orderBy: [{price: ASC}]"), Map.of("c", cursor), Viewer.PUBLIC))
                .isEmpty();
        for (String wrong : List.of(
                used.formatted("things", ""),
                used.formatted("things", ", orderBy: [{price: DESC}]"),
                used.formatted("things", ", orderBy: [{cost: ASC}]"),
                used.formatted("makers", ""))) {
            refused(wrong, "c", cursor, "BAD_CURSOR");
        }
        assertThat(ask(used.formatted("things", ", orderBy: [{price: ASC}]"), Map.of("c", cursor), ANALYST))
                .containsExactly("BAD_CURSOR");
    }

    @Property(tries = 20)
    void aPageSizeOutsideOneToOneHundredIsRefused(@ForAll int size) {
        boolean right = size >= 1 && size <= 100;
        for (String argument : List.of("first", "last")) {
            String document = "query ($n: Int) {things(" + argument + ": $n) {edges {node {id}}}}";
            assertThat(ask(document, Map.of("n", size), Viewer.PUBLIC))
                    .isEqualTo(right ? List.of() : List.of("BAD_PAGE_SIZE"));
        }
    }

    @Example
    void directionsThatDoNotGoTogetherAreRefused() {
        String cursor = cursorOf("{things(first: 1) {edges {cursor}}}", Viewer.PUBLIC);
        for (String arguments :
                List.of("first: 1, last: 1", "first: 1, before: $c", "last: 1, after: $c", "after: $c, before: $c")) {
            refused(
                    "query ($c: String) {things(" + arguments
                            + ") {edges {node {id}} a: totalCount} b: things(after: $c) {totalCount}}",
                    "c",
                    cursor,
                    "BAD_PAGE");
        }
    }

    @Property(tries = 30)
    void anIdThatIsNoneIsRefused(@ForAll @From("texts") String id) {
        for (String document : List.of(
                "query ($c: ID!) {node(id: $c) {id}}",
                "query ($c: ID!) {nodes(ids: [$c]) {id}}",
                "query ($c: ID!) {maker(id: $c) {id}}",
                "query ($c: ID!) {around(place: $c) {id}}",
                "query ($c: ID!) {things(filter: {id: {in: [$c]}}) {totalCount}}")) {
            refused(document, "c", id, "BAD_ID");
        }
    }

    @Example
    void aSealedFieldIsComparedWithFewValuesHoweverOftenTheFilterIsUsed() {
        String document =
                "query ($f: ThingFilter) {things(filter: $f) {totalCount aggregate {count} edges {node {id}}}}";
        List<Map<String, ?>> values = IntStream.rangeClosed(1, Compilation.MOST_SEALED + 1)
                .<Map<String, ?>>mapToObj(value -> Map.of("token", Map.of("eq", "甲" + value)))
                .toList();
        assertThat(ask(document, Map.of("f", Map.of("or", values.subList(1, values.size()))), ANALYST))
                .isEmpty();
        assertThat(ask(document, Map.of("f", Map.of("or", values)), ANALYST)).containsExactly("TOO_MANY_SEALED_VALUES");
    }

    @Example
    void anIdOfAnotherKindIsRefused() {
        String id = NodeId.of("plc", List.of("1"));
        refused("query ($c: ID!) {maker(id: $c) {id}}", "c", id, "ID_OF_ANOTHER_KIND");
        refused("query ($c: ID!) {thingsById(ids: [$c]) {id}}", "c", id, "ID_OF_ANOTHER_KIND");
        refused("query ($c: ID!) {things(filter: {id: {eq: $c}}) {totalCount}}", "c", id, "ID_OF_ANOTHER_KIND");
        refused("query ($c: ID!) {node(id: $c) {id}}", "c", NodeId.of("xyz", List.of("1")), "BAD_ID");
        refused(
                "query ($c: [ID!]!) {nodes(ids: $c) {id}}",
                "c",
                java.util.Collections.nCopies(101, id),
                "TOO_MANY_IDS");
    }

    @Property(tries = 30)
    void anySearchTextIsAnsweredOrRefusedForItsLength(@ForAll @From("texts") String text) {
        boolean whole = text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
        boolean right = whole && !text.isBlank() && text.strip().length() <= 100;
        List<String> codes = ask(
                "query ($c: String) {things(search: $c) {edges {node {id}} totalCount}}", Map.of("c", text), ANALYST);
        assertThat(codes).as(text).isEqualTo(right ? List.of() : List.of("BAD_SEARCH"));
    }

    @Property(tries = 30)
    void aCircleOutsideTheEarthIsRefused(@ForAll double latitude, @ForAll double longitude, @ForAll double metres) {
        boolean right = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && metres > 0 && metres < 2.1e7;
        Map<String, Object> near = Map.of("latitude", latitude, "longitude", longitude, "metres", metres);
        List<String> expected = right ? List.of() : List.of("BAD_PLACE");
        assertThat(ask("query ($c: NearInput) {things(near: $c) {totalCount}}", Map.of("c", near), Viewer.PUBLIC))
                .isEqualTo(expected);
        String filtered = "query ($c: NearInput) {things(filter: {spot: {within: $c}}) {totalCount}}";
        assertThat(ask(filtered, Map.of("c", near), Viewer.PUBLIC)).isEqualTo(expected);
    }

    @Example
    void ordersGroupsCodesAndKeysAreChecked() {
        refused("{things(orderBy: [{price: ASC, cost: ASC}]) {edges {cursor}}}", "BAD_ORDER");
        refused("{things(orderBy: [{}]) {edges {cursor}}}", "BAD_ORDER");
        refused(
                "{things(orderBy: [{name: ASC}, {code: ASC}, {serial: ASC}, {stock: ASC}, {cost: ASC}, {price: ASC}]) {edges {cursor}}}",
                "BAD_ORDER");
        refused("{things {aggregate {groups(by: []) {count}}}}", "BAD_GROUPS");
        refused("{things {aggregate {groups(by: [NAME, CODE, GOOD, CHECKED, SORT]) {count}}}}", "BAD_GROUPS");
        refused("{things {aggregate {groups(by: [NAME], first: 0) {count}}}}", "BAD_PAGE_SIZE");
        refused("{things {aggregate {groups(by: [NAME], first: 1001) {count}}}}", "BAD_PAGE_SIZE");
        refused("{things {aggregate {groups(by: [NAME], orderBy: [{price: {}}]) {count}}}}", "BAD_ORDER");
        refused("{things(filter: {sort: {eq: \"NONE\"}}) {totalCount}}", "UNKNOWN_CODE");
        refused("{thing {id}}", "KEY_MISSING");
        refused("query ($n: Int) {thing(serial: $n) {id}}", "KEY_MISSING");
        refused("query ($n: Int) {thing(serial: $n, code: null) {id}}", "n", null, "KEY_MISSING");
    }

    @Example
    void whatTheViewerDoesNotSeeIsNeitherFilteredNorOrderedNorGroupedBy() {
        for (String document : List.of(
                "{things(filter: {nick: {eq: \"张三\"}}) {totalCount}}",
                "{things(filter: {remark: {isNull: true}}) {totalCount}}",
                "{things(filter: {not: {watchers: {some: {}}}}) {totalCount}}",
                "{makers(orderBy: [{income: ASC}]) {edges {node {id}}}}",
                "{things(orderBy: [{nick: ASC}]) {edges {node {id}}}}",
                "{things {aggregate {groups(by: [NICK]) {count}}}}",
                "{makers {aggregate {income {max}}}}",
                "{places {edges {node {makers(filter: {income: {gt: \"1\"}}) {id}}}}}",
                "{things(search: \"甲乙\") {totalCount}}")) {
            refused(document, "FIELD_NOT_OPEN");
            assertThat(ask(document, Map.of(), ANALYST)).as(document).isEmpty();
        }
        refused("{audited {totalCount}}", "NOT_ALLOWED");
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> wild = Arbitraries.strings().all().ofMaxLength(300);
        Arbitrary<String> lucene = Arbitraries.strings()
                .withChars("+-&|!(){}[]^\"~*?:\\/ ANDORNOT甲乙丙　\u0000😀".toCharArray())
                .ofMaxLength(40);
        return Arbitraries.oneOf(wild, lucene, Arbitraries.strings().alpha().ofMaxLength(120));
    }

    private void refused(String document, String code) {
        bench.sent.take();
        assertThat(ask(document, Map.of(), Viewer.PUBLIC)).as(document).contains(code);
        assertThat(bench.sent.take()).isEmpty();
    }

    private void refused(String document, String variable, Object value, String code) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(variable, value);
        assertThat(ask(document, variables, Viewer.PUBLIC))
                .as("%s %s", document, value)
                .contains(code);
    }

    private List<String> ask(String document, Map<String, Object> variables, Viewer viewer) {
        SampleRequest request = new SampleRequest(document, variables, viewer);
        ReadBench.Answer passed = bench.passedThrough(request);
        ReadBench.Answer walked = bench.walked(request);
        bench.sent.take();
        assertThat(walked.codes()).isEqualTo(passed.codes());
        return passed.codes();
    }

    private String cursorOf(String document, Viewer viewer) {
        ReadBench.Answer answer = bench.passedThrough(new SampleRequest(document, Map.of(), viewer));
        return bench.json
                .readTree(answer.data())
                .path("things")
                .path("edges")
                .path(0)
                .path("cursor")
                .asString();
    }
}
