package io.lianshu.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTests {

    @ParameterizedTest
    @CsvSource({
        "NAME, 张三, 张*",
        "NAME, 张小三, 张*三",
        "NAME, 欧阳小三, 欧*三",
        "NAME, 王, *",
        "NAME, 𠮷田三, 𠮷*三",
        "NAME, 局长会, 局*会",
        "NAME, John Smith, J*h",
        "NAME, 宁波某某建设有限公司, 宁波某某建设有限公司",
        "NAME, 海曙区住建局, 海曙区住建局",
        "NAME, Acme Works Ltd., Acme Works Ltd.",
        "IDENTITY_NUMBER, 330203199001010014, 330***********0014",
        "IDENTITY_NUMBER, 33020319900101001X, 330***********001X",
        "IDENTITY_NUMBER, 3302031, *******",
        "PHONE, 13812341234, 138****1234",
        "PHONE, 87654321, ********",
        "ACCOUNT, 6222021001116245702, ****5702",
        "ACCOUNT, 1234567, ****",
        "EMAIL, lin.agent@office.example, l***@office.example",
        "EMAIL, nobody, ******",
        "FINGERPRINT, 00:1A:2B:3C:4D:5E, 设备#f57b"
    })
    void aMaskHidesWhatItMust(Mask mask, String plain, String masked) {
        assertThat(mask.apply(plain)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"ACCOUNT, ****", "NAME, *", "PHONE, ''", "IDENTITY_NUMBER, ''"})
    void anEmptyValueIsHiddenToo(Mask mask, String masked) {
        assertThat(mask.apply("")).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"qRwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA, 设备#a91c"})
    void aFingerprintIsAPrefixOfTheKeyedHash(String hash, String masked) {
        assertThat(Mask.FINGERPRINT.apply(hash)).isEqualTo(masked);
    }
}
