package io.lianshu.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lianshu.engine.TestEngine;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages to WeChat's users, through a stand-in that takes one for each that was accepted. */
@ExtendWith(OutputCaptureExtension.class)
class WechatIT extends NotifyHub {

    private static final String OPENID = "oBusy-of-the-district";
    private WechatStandIn weChat;

    @BeforeEach
    void begin() throws IOException {
        weChat = new WechatStandIn();
        write(
                "MATCH (p:Person {id: 'per_busy'}) CREATE (p)<-[:ACCOUNT_OF]-(:Account {id: 'usr_busy', username: 'busy'})"
                        + "<-[:LOGS_IN_TO]-(:WechatUser {id: 'wxu_busy', openidEnc: $sealed, weekVisits: 0, overdue: 0})",
                Map.of("sealed", sealer.seal(OPENID)));
    }

    @AfterEach
    void end() {
        weChat.stop();
    }

    private WechatSettings wechat() {
        return new WechatSettings(
                weChat.url(),
                "pages/day/day",
                "formal",
                new WechatSettings.Message(
                        "tmpl-week",
                        Map.of("thing1", WechatText.SUMMARY, "thing2", WechatText.PROJECTS, "date3", WechatText.DAY)),
                new WechatSettings.Message(
                        "tmpl-overdue", Map.of("thing4", WechatText.SUMMARY, "number5", WechatText.COUNT)));
    }

    private WechatChannel wechatChannel() {
        ProgramSettings program = new ProgramSettings(WechatStandIn.APP, WechatStandIn.SECRET);
        WechatApi api = new WechatApi(weChat.url(), program, settings.timeout(), clock, new JsonMapper());
        return new WechatChannel(api, wechat(), settings, receivers(), sealer);
    }

    /** The user accepts a message in WeChat, and the mini-program tells the hub. */
    private void accept(DigestKind kind, int times) {
        for (int i = 0; i < times; i++) {
            weChat.accept(OPENID, wechat().of(kind).template());
        }
        write("MATCH (u:WechatUser {id: 'wxu_busy'}) SET u." + ReceiverGraph.accepted(kind) + " = " + times);
    }

    private static long left(DigestKind kind) {
        try (var session = TestEngine.driver().session()) {
            return session.run(
                            "MATCH (u:WechatUser {id: 'wxu_busy'}) RETURN u." + ReceiverGraph.accepted(kind) + " AS n")
                    .single()
                    .get("n")
                    .asLong();
        }
    }

    @Test
    void whoAcceptedAMessageGetsItAndNoOtherIsSent() {
        accept(DigestKind.WEEK_VISITS, 2);
        accept(DigestKind.OVERDUE, 1);
        clock.at(MONDAY, "08:30");
        NotifySweep notifier = notifier(wechatChannel());
        notifier.sweep();
        notifier.sweep();
        List<JsonNode> taken = weChat.taken();
        assertThat(taken.stream().map(message -> message.path("template_id").asString()))
                .containsExactlyInAnyOrder("tmpl-week", "tmpl-overdue");
        JsonNode week = taken.stream()
                .filter(message -> message.path("template_id").asString().equals("tmpl-week"))
                .findFirst()
                .orElseThrow();
        assertThat(week.path("touser").asString()).isEqualTo(OPENID);
        assertThat(week.path("page").asString()).isEqualTo("pages/day/day");
        assertThat(week.path("miniprogram_state").asString()).isEqualTo("formal");
        assertThat(week.at("/data/thing1/value").asString()).isEqualTo("本周应走访 2 个项目");
        assertThat(week.at("/data/thing2/value").asString()).isEqualTo("乙项目等2个");
        assertThat(week.at("/data/date3/value").asString()).isEqualTo("2026年11月30日");
        JsonNode overdue = taken.get(taken.indexOf(week) == 0 ? 1 : 0);
        assertThat(overdue.at("/data/thing4/value").asString()).isEqualTo("逾期：困难1、办件1");
        assertThat(overdue.at("/data/number5/value").asString()).isEqualTo("2");
        assertThat(weChat.issued()).as("one token for both").isOne();
        assertThat(left(DigestKind.WEEK_VISITS)).isOne();
        assertThat(left(DigestKind.OVERDUE)).isZero();
        assertThat(states("wechat")).as("the approver has no WeChat").containsExactly("SENT 1", "SENT 1", "SKIPPED 1");

        clock.at(MONDAY.plusDays(1), "08:30");
        notifier.sweep();
        assertThat(weChat.taken()).isEmpty();
        assertThat(states("wechat"))
                .filteredOn(state -> state.startsWith("SKIPPED"))
                .hasSize(3);
        assertThat(count("sent", "wechat")).isEqualTo(2);
        assertThat(count("failed", "wechat")).isZero();
    }

    @Test
    void whatTheUserRefusesInWechatIsNoFailureAndNotTriedAgain() {
        accept(DigestKind.OVERDUE, 1);
        // Taken back in WeChat, which the hub is not told.
        write("MATCH (u:WechatUser {id: 'wxu_busy'}) SET u.overdue = 7, u.weekVisits = 3");
        clock.at(MONDAY, "08:30");
        notifier(wechatChannel()).sweep();
        assertThat(weChat.taken()).hasSize(1);
        assertThat(left(DigestKind.WEEK_VISITS)).isZero();
        assertThat(left(DigestKind.OVERDUE)).isEqualTo(6);
        clock.at(MONDAY.plusDays(1), "08:30");
        notifier(wechatChannel()).sweep();
        assertThat(left(DigestKind.OVERDUE)).isZero();
        assertThat(states("wechat")).doesNotContain("FAILED 1", "PENDING 1");
        assertThat(count("failed", "wechat")).isZero();
    }

    @Test
    void aTokenThatWasTakenBackIsFetchedAnewOnceAndOneThatIsOldBeforeItIsUsed() {
        accept(DigestKind.OVERDUE, 5);
        WechatChannel channel = wechatChannel();
        write("MATCH (o:VisitObligation) SET o.state = 'DONE'");
        clock.at(MONDAY, "08:30");
        notifier(channel).sweep();
        assertThat(weChat.asked()).as("token, message").isEqualTo(2);
        weChat.revoke(false);
        clock.at(MONDAY.plusDays(1), "08:30");
        notifier(channel).sweep();
        assertThat(weChat.asked())
                .as("message, and token and message, after a day's token")
                .isLessThanOrEqualTo(3);
        weChat.revoke(false);
        clock.at(MONDAY.plusDays(1), "08:40");
        write("MATCH (d:Delivery {channel: 'wechat'}) WHERE d.state <> 'MADE' SET d.state = 'PENDING', d.attempts = 0");
        notifier(channel).sweep();
        assertThat(weChat.issued()).isEqualTo(3);
        assertThat(weChat.taken()).hasSizeGreaterThanOrEqualTo(3);

        weChat.asked();
        weChat.revoke(true);
        accept(DigestKind.OVERDUE, 1);
        clock.at(MONDAY.plusDays(2), "08:30");
        notifier(channel).sweep();
        assertThat(weChat.asked())
                .as("token of the day, message, token anew, message, and no more")
                .isEqualTo(4);
        assertThat(states("wechat")).contains("PENDING 1");
    }

    @Test
    void aWechatThatIsDownStopsNoOtherWayAndIsTriedAgainWithoutTellingWho(CapturedOutput said) {
        accept(DigestKind.WEEK_VISITS, 1);
        accept(DigestKind.OVERDUE, 1);
        weChat.down(true);
        clock.at(MONDAY, "08:30");
        notifier(wechatChannel(), channel()).sweep();
        assertThat(RECEIVER.taken()).hasSize(3);
        assertThat(states("wechat")).containsExactly("PENDING 1", "PENDING 1", "SKIPPED 1");
        assertThat(left(DigestKind.OVERDUE)).as("nothing was used").isOne();
        weChat.down(false);
        clock.at(MONDAY, "08:31");
        notifier(wechatChannel(), channel()).sweep();
        assertThat(weChat.taken()).hasSize(2);
        assertThat(RECEIVER.taken()).isEmpty();
        assertThat(states("wechat")).containsExactly("SENT 2", "SENT 2", "SKIPPED 1");
        assertThat(said.getAll())
                .contains("dlv_")
                .doesNotContain(OPENID, "token-1", WechatStandIn.SECRET, "张三", "access_token=");
    }

    @Test
    void nobodyIsSentAMessageThroughASuspendedAccountOrInQuietHours() {
        accept(DigestKind.WEEK_VISITS, 1);
        accept(DigestKind.OVERDUE, 1);
        clock.at(MONDAY, "21:30");
        notifier(wechatChannel()).sweep();
        assertThat(weChat.asked()).isZero();
        write("MATCH (a:Account {id: 'usr_busy'}) SET a.suspended = true");
        clock.at(MONDAY.plusDays(1), "08:30");
        notifier(wechatChannel()).sweep();
        assertThat(weChat.asked()).isZero();
    }

    @Test
    void aTemplateWithoutFittingFieldsIsRefusedAtStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WechatSettings.Message("tmpl", Map.of()))
                .withMessageContaining("needs its fields");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WechatSettings.Message("tmpl", Map.of("number1", WechatText.SUMMARY)))
                .withMessageContaining("thing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WechatSettings(
                        URI.create("ftp://x"), "", "formal", wechat().overdue(), wechat().overdue()));
    }
}
