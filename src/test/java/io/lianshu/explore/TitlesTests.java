package io.lianshu.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.secret.Sealer;
import io.lianshu.platform.viewer.Role;
import io.lianshu.platform.viewer.Viewer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TitlesTests {

    private static final Viewer ANALYST = new Viewer("analyst", Set.of(Role.ANALYST), null, null, Locale.CHINESE);
    private static final Viewer OFFICER = new Viewer("officer", Set.of(Role.CASE_OFFICER), null, null, Locale.CHINESE);

    private final Titles titles = new Titles(ShippedMap.read(), CodeLists.load(), new Turned());

    @Test
    void a_company_is_called_by_its_name() {
        assertThat(titles.inSentence(node("Company", "甲公司", null, null), ANALYST))
                .isEqualTo("甲公司");
    }

    @Test
    void a_persons_name_is_masked_for_those_who_must_not_know_it() {
        assertThat(titles.title(node("Person", "张小三"), ANALYST)).isEqualTo("张*三");
        assertThat(titles.title(node("Person", "张小三"), OFFICER)).isEqualTo("张小三");
    }

    @Test
    void a_bid_is_called_by_its_number_with_its_type_before_it_in_a_sentence() {
        assertThat(titles.title(node("Bid", "T-7"), ANALYST)).isEqualTo("T-7");
        assertThat(titles.inSentence(node("Bid", "T-7"), ANALYST)).isEqualTo("投标 T-7");
        assertThat(titles.inSentence(node("Bid", "T-7"), ANALYST.speaking(Locale.ENGLISH)))
                .isEqualTo("bid T-7");
    }

    @Test
    void a_device_is_called_by_its_fingerprint_and_an_account_by_its_last_digits() {
        assertThat(titles.properties()).containsEntry("Device", List.of("valueHash"));
        assertThat(titles.properties()).containsEntry("BankAccount", List.of("numberEnc"));
        assertThat(titles.title(node("Device", "a".repeat(43)), ANALYST)).startsWith("设备#");
        assertThat(titles.title(node("BankAccount", "8765432100000000"), ANALYST))
                .isEqualTo("****5678");
    }

    @Test
    void an_identity_number_never_names_a_person() {
        assertThat(titles.title(node("Person", null, "470042102010210233"), ANALYST))
                .doesNotContain("332012010240074");
        assertThat(titles.title(node("Person", null, "470042102010210233"), Viewer.PUBLIC))
                .isEqualTo("人员 #abcd");
    }

    @Test
    void a_node_without_any_name_is_called_by_its_type_and_the_end_of_its_id() {
        assertThat(titles.title(node("Bid", (Object) null), ANALYST)).isEqualTo("投标 #abcd");
        assertThat(titles.title(node("Unheard", "x"), ANALYST)).isEqualTo("Unheard #abcd");
    }

    @Test
    void every_node_type_that_paths_lead_over_has_something_to_name_it_by() {
        assertThat(ShippedMap.read().nodeTypes().filter(type -> !type.kept()))
                .allSatisfy(type -> assertThat(titles.properties().get(type.label()))
                        .as(type.label())
                        .isNotEmpty());
    }

    private static NamedNode node(String label, Object... texts) {
        return new NamedNode("xyz_abcd", label, Arrays.asList(texts));
    }

    /** Seals by turning the text around. */
    private record Turned() implements Sealer {

        @Override
        public String hash(String plain) {
            return plain;
        }

        @Override
        public String seal(String plain) {
            return new StringBuilder(plain).reverse().toString();
        }

        @Override
        public String open(String sealed) {
            return new StringBuilder(sealed).reverse().toString();
        }
    }
}
