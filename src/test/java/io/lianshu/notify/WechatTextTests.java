package io.lianshu.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.notify.Digest.Brief;
import io.lianshu.notify.Digest.Overdue;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in the fields of a message is of the kind and length that WeChat takes. */
class WechatTextTests {

    private static Delivery delivery(Brief brief) {
        return new Delivery(
                "key",
                "dlv_1",
                1,
                DigestKind.OVERDUE,
                "per_1",
                null,
                "标题 / title",
                List.of(),
                brief,
                OffsetDateTime.parse("2026-03-02T08:30:00+08:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "甲项目, 1, 甲项目",
        "甲项目, 3, 甲项目等3个",
        "宁波市望潮区高端装备智能制造产业园, 1, 宁波市望潮区高端装备智能制造产业园",
        "宁波市望潮区高端装备智能制造产业园一期工程, 1, 宁波市望潮区高端装备智能制造产业园一期…",
        "宁波市望潮区高端装备智能制造产业园一期工程, 12, 宁波市望潮区高端装备智能制造产…等12个",
        "一二三四五六七八九十一二三四五六七八𠮷𠮷, 1, 一二三四五六七八九十一二三四五六七八…"
    })
    void aLongNameIsCutAndNoCharacterIsHalved(String project, long projects, String shown) {
        String text = WechatText.PROJECTS.of(delivery(new Brief("", 1, project, projects)));
        assertThat(text).isEqualTo(shown);
        assertThat(text.length()).isLessThanOrEqualTo(20);
    }

    @Test
    void controlCharactersBecomeSpaces() {
        assertThat(WechatText.PROJECTS.of(delivery(new Brief("", 1, "甲\r\n项\t目", 1))))
                .isEqualTo("甲 项 目");
    }

    @Test
    void theSummaryOfWhatIsOverdueFits() {
        Digest digest = Digest.ofOverdue(
                List.of(new Overdue("per_1", null, "甲", 12, 34, 50), new Overdue("per_1", null, "乙", 1, 0, 6)));
        assertThat(digest.brief()).isEqualTo(new Brief("逾期：困难13、办件34、督办单56", 103, "甲", 2));
        assertThat(WechatText.SUMMARY.of(delivery(digest.brief()))).isEqualTo("逾期：困难13、办件34、督办单56");
        Brief many = new Brief("逾期：困难1234、办件1234、督办单1234", 1, "甲", 1);
        assertThat(WechatText.SUMMARY.of(delivery(many))).hasSize(20).endsWith("…");
        assertThat(WechatText.COUNT.of(delivery(digest.brief()))).isEqualTo("103");
        assertThat(WechatText.DAY.of(delivery(digest.brief()))).isEqualTo("2026年3月2日");
    }

    @ParameterizedTest
    @CsvSource({
        "SUMMARY, thing1, true",
        "SUMMARY, thing, false",
        "SUMMARY, something1, false",
        "COUNT, number12, true",
        "COUNT, thing1, false",
        "DAY, date3, true",
        "DAY, time3, true",
        "DAY, phrase3, false"
    })
    void aTextStandsWhereItsKindIsTaken(WechatText text, String field, boolean fits) {
        assertThat(text.fits(field)).isEqualTo(fits);
    }
}
