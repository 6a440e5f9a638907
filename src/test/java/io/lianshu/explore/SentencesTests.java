package io.lianshu.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.platform.code.CodeLists;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SentencesTests {

    private final Sentences sentences = Sentences.load();
    private final RelationTypes relations = new RelationTypes(ShippedMap.read());

    @Test
    void every_relation_type_of_the_map_is_worded_in_both_directions_and_no_other_is() {
        assertThat(sentences.steps())
                .isEqualTo(relations.all().stream()
                        .flatMap(type -> Stream.of(Sentences.step(type, true), Sentences.step(type, false)))
                        .collect(Collectors.toSet()));
    }

    @Test
    void every_wording_names_both_nodes_in_both_languages() {
        assertThat(sentences.steps()).allSatisfy(step -> {
            for (boolean english : new boolean[] {false, true}) {
                assertThat(sentences.tell(List.of("«A»", "«B»"), List.of(step), english))
                        .contains("«A»", "«B»")
                        .doesNotContain("{", "}")
                        .matches(text -> english == text.codePoints().noneMatch(Character::isIdeographic));
            }
        });
    }

    @Test
    void every_shared_way_consists_of_known_steps_and_names_all_three_nodes() {
        assertThat(sentences.shared()).isNotEmpty().allSatisfy(way -> {
            List<String> there = Stream.of(way.split("(?<=[<>])")).toList();
            assertThat(sentences.steps()).containsAll(there);
            List<String> steps = thereAndBack(there);
            List<String> names = Stream.iterate(0, i -> i + 1)
                    .limit(steps.size() + 1L)
                    .map(i -> "«" + i + "»")
                    .toList();
            for (boolean english : new boolean[] {false, true}) {
                assertThat(sentences.tell(names, steps, english))
                        .contains("«0»", "«" + there.size() + "»", "«" + steps.size() + "»")
                        .doesNotContain("{", "；", ";");
            }
        });
    }

    @Test
    void the_code_list_has_exactly_the_relation_types_of_the_map() {
        assertThat(CodeLists.load().codes("relation")).containsExactlyInAnyOrderElementsOf(relations.all());
    }

    @Test
    void the_code_list_of_node_types_has_exactly_those_of_the_map() {
        assertThat(CodeLists.load().codes("node-type"))
                .containsExactlyInAnyOrderElementsOf(
                        ShippedMap.read().nodeTypes().map(type -> type.name()).toList());
    }

    @Test
    void bids_from_one_device_are_told_as_one_sentence() {
        List<String> names = List.of("甲公司", "投标 1", "文件 1", "设备#a91c", "文件 2", "投标 2", "乙公司");
        List<String> steps = thereAndBack(List.of("SUBMITTED>", "HAS_DOCUMENT>", "MADE_ON>"));
        assertThat(sentences.tell(names, steps, false)).isEqualTo("甲公司与乙公司的投标文件出自同一设备（设备#a91c）。");
        assertThat(sentences.tell(names, steps, true))
                .isEqualTo("documents of bids by 甲公司 and 乙公司 were made on the same device (设备#a91c).");
    }

    @Test
    void a_path_is_told_in_the_order_in_which_it_is_walked() {
        List<String> names = List.of("张*", "甲公司", "投标 1", "一标段", "投标 2", "乙公司");
        List<String> steps = List.of("LEGAL_REP_OF>", "SUBMITTED>", "FOR_LOT>", "FOR_LOT<", "SUBMITTED<");
        assertThat(sentences.tell(names, steps, false)).isEqualTo("张*是甲公司的法定代表人（现任或曾任）；甲公司与乙公司在同一标段投标（一标段）。");
    }

    @Test
    void going_out_and_back_by_different_steps_is_no_shared_way() {
        assertThat(sentences.tell(List.of("A", "B", "C"), List.of("LEGAL_REP_OF<", "OFFICER_OF>"), true))
                .isEqualTo("A is or was represented in law by B; B is or was an officer of C.");
    }

    private static List<String> thereAndBack(List<String> there) {
        List<String> back = there.stream()
                .map(step -> step.endsWith(">") ? step.replace('>', '<') : step.replace('<', '>'))
                .collect(Collectors.toList());
        java.util.Collections.reverse(back);
        return Stream.concat(there.stream(), back.stream()).toList();
    }
}
