package io.lianshu.platform.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnifiedSocialCreditCodeTests {

    /** The second has a sum that 31 divides, where a copied formula without the complement still agrees. */
    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "91330203MA2A100210"})
    void validCodes(String code) {
        assertThat(UnifiedSocialCreditCode.fault(code)).isNull();
        assertThat(UnifiedSocialCreditCode.isValid(code)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y4, has 17",
        "91350100M000100Y433, has 19",
        "91350100M000100Y4Z, character 18",
        "91350I00M000100Y43, character 6",
        "9135010AM000100Y43, a digit (region code)",
        "91350100m000100Y43, upper-case",
        "91350100M000100Y53, 'character 17 does not match, expected 4'",
        "91350100M000100Y4T, 'character 18 does not match, expected 3'"
    })
    void aFaultSaysWhatWouldBeRight(String code, String english) {
        assertThat(UnifiedSocialCreditCode.isValid(code)).isFalse();
        IdentifierFault fault = UnifiedSocialCreditCode.fault(code);
        assertThat(fault).isNotNull();
        assertThat(fault.message(true)).contains(english).doesNotContain(code);
        assertThat(fault.message(false)).contains("位").doesNotContain(code);
    }

    /** The sum of this code is 28 mod 31 (W); the check is 31 less that, which a widely copied formula forgets. */
    @Test
    void theCheckIsTheComplementOfTheSum() {
        assertThat(UnifiedSocialCreditCode.check("91350100M000100Y4")).isEqualTo('3');
        assertThat(UnifiedSocialCreditCode.isValid("91350100M000100Y4W")).isFalse();
    }
}
