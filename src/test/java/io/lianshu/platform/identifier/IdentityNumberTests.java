package io.lianshu.platform.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityNumberTests {

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "440524188001010014", "330203199001010014"})
    void validNumbers(String number) {
        assertThat(IdentityNumber.fault(number)).isNull();
        assertThat(IdentityNumber.isValid(number)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1101051949123100, has 16",
        "1101051949123100２X, character 17",
        "1101O519491231002X, character 5",
        "11010519491231002x, upper-case X",
        "110105194902290029, not a real date",
        "110105000012310029, not a real date",
        "110105194913310029, not a real date",
        "110105194912310021, 'character 18 does not match, expected X'"
    })
    void aFaultSaysWhatWouldBeRight(String number, String english) {
        assertThat(IdentityNumber.isValid(number)).isFalse();
        IdentifierFault fault = IdentityNumber.fault(number);
        assertThat(fault).isNotNull();
        assertThat(fault.message(true)).contains(english).doesNotContain(number);
        assertThat(fault.message(false)).contains("位").doesNotContain(number);
    }
}
