package io.lianshu.platform.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.cn",
                "lin.agent@office.example",
                "LIN_agent+visits@mail.district.gov.cn",
                "1990@163.com",
                "x-y%z@a-b.example"
            })
    void anAddressOfAnOfficeIsTaken(String address) {
        assertThat(EmailAddress.isValid(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "@b.cn",
                "a@",
                "a@localhost",
                "a@b..cn",
                ".a@b.cn",
                "a.@b.cn",
                "a..b@c.cn",
                "a b@c.cn",
                "a@b.cn ",
                "a@b.cn\n",
                "a@b.cn\r\nBcc: c@d.cn",
                "a@b.cn,c@d.cn",
                "a@b.cn;c@d.cn",
                "<a@b.cn>",
                "林 <a@b.cn>",
                "林@b.cn",
                "a@林.cn",
                "a@-b.cn",
                "a@b-.cn",
                "l***@office.example",
                "\"a\"@b.cn",
                "a@[127.0.0.1]"
            })
    void nothingElseIs(String address) {
        assertThat(EmailAddress.isValid(address)).isFalse();
    }

    @Test
    void aLongOneIsRefused() {
        assertThat(EmailAddress.isValid("a".repeat(64) + "@b.cn")).isTrue();
        assertThat(EmailAddress.isValid("a".repeat(65) + "@b.cn")).isFalse();
        assertThat(EmailAddress.isValid("a@" + "b23456789.".repeat(30) + "cn")).isFalse();
        assertThat(EmailAddress.domain("a@b.cn")).isEqualTo("b.cn");
    }
}
