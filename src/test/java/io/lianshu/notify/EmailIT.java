package io.lianshu.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.lianshu.notify.EmailSettings.Security;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Letters to work addresses, through a mail server that runs here. */
@ExtendWith(OutputCaptureExtension.class)
class EmailIT extends NotifyHub {

    private static final String ADDRESS = "zhang.san@office.example";
    private static final String HOST = "127.0.0.1";
    private GreenMail mail;

    @BeforeEach
    void begin() {
        mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP), new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTPS)
        });
        mail.start();
        live("per_busy", ADDRESS);
    }

    @AfterEach
    void end() {
        mail.stop();
    }

    private void live(String person, String address) {
        write(
                "MATCH (p:Person {id: $person}) SET p.emailEnc = $sealed",
                Map.of("person", person, "sealed", sealer.seal(address)));
    }

    private EmailSettings email(Security security, int port) {
        return new EmailSettings(HOST, port, security, null, "", "hub@district.example");
    }

    private EmailChannel emailChannel() {
        return emailChannel(email(Security.NONE, mail.getSmtp().getPort()));
    }

    private EmailChannel emailChannel(EmailSettings email) {
        return new EmailChannel(email, settings, receivers(), sealer);
    }

    private MimeMessage letter(String subject) throws Exception {
        for (MimeMessage message : mail.getReceivedMessages()) {
            if (message.getSubject().contains(subject)) {
                return message;
            }
        }
        throw new AssertionError("no letter of " + subject);
    }

    @Test
    void whoHasAWorkAddressGetsALetterInBothLanguages() throws Exception {
        clock.at(MONDAY, "08:30");
        notifier(emailChannel()).sweep();
        notifier(emailChannel()).sweep();
        assertThat(mail.getReceivedMessages()).hasSize(2);
        MimeMessage overdue = letter("逾期");
        assertThat(overdue.getSubject()).isEqualTo("逾期困难 1 项、办件 1 件 / Overdue difficulties: 1, approvals: 1");
        assertThat(overdue.getAllRecipients()).extracting(Object::toString).containsExactly(ADDRESS);
        assertThat(overdue.getFrom()[0].toString()).contains("<hub@district.example>");
        assertThat(overdue.getHeader("Message-ID")[0]).matches("<dlv_[a-z0-9]+@district\\.example>");
        assertThat(overdue.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(overdue.getContentType()).containsIgnoringCase("text/plain").containsIgnoringCase("utf-8");
        assertThat(overdue.getContent().toString().replace("\r\n", "\n"))
                .startsWith(
                        "逾期困难 1 项、办件 1 件 / Overdue difficulties: 1, approvals: 1\n\n乙项目：逾期办件 1 件 / Overdue approvals: 1\n")
                .contains("请勿回复", "do not reply")
                .doesNotContain("张三", "138");
        assertThat(letter("应走访").getContent().toString()).contains("甲项目：2026-12-04 前走访");
        assertThat(states("email")).as("the approver has no address").containsExactly("SENT 1", "SENT 1", "SKIPPED 1");
        assertThat(count("sent", "email")).isEqualTo(2);
        assertThat(count("failed", "email")).isZero();
    }

    @Test
    void aServerThatIsDownStopsNoOtherWayAndGetsTheSameLetterLater(CapturedOutput said) throws Exception {
        EmailChannel channel = emailChannel();
        write("MATCH (o:VisitObligation) SET o.state = 'DONE'");
        int port = mail.getSmtp().getPort();
        mail.stop();
        clock.at(MONDAY, "08:30");
        notifier(channel, channel()).sweep();
        assertThat(RECEIVER.taken()).hasSize(2);
        assertThat(states("email")).containsExactly("PENDING 1", "SKIPPED 1");
        mail = new GreenMail(new ServerSetup(port, HOST, ServerSetup.PROTOCOL_SMTP));
        mail.start();
        clock.at(MONDAY, "08:31");
        notifier(channel, channel()).sweep();
        assertThat(mail.getReceivedMessages()).hasSize(1);
        String first = mail.getReceivedMessages()[0].getHeader("Message-ID")[0];
        // As if the hub had died before it noted that the letter was sent.
        write("MATCH (d:Delivery {channel: 'email', state: 'SENT'}) SET d.state = 'PENDING'");
        notifier(channel).sweep();
        assertThat(mail.getReceivedMessages()).hasSize(2);
        assertThat(mail.getReceivedMessages()[1].getHeader("Message-ID")[0]).isEqualTo(first);
        assertThat(said.getAll()).contains("dlv_").doesNotContain(ADDRESS, "zhang.san", "张三");
    }

    @Test
    void whatIsNoAddressAddsNothingToALettersHead() throws Exception {
        live("per_busy", "a@office.example\r\nBcc: everybody@office.example");
        write("MATCH (p:Project {name: '甲项目'}) SET p.name = '甲\r\nBcc: everybody@office.example\r\n\r\n项目'");
        live("per_approver", "zhao@office.example");
        clock.at(MONDAY, "08:30");
        notifier(emailChannel()).sweep();
        assertThat(mail.getReceivedMessages()).hasSize(1);
        MimeMessage letter = mail.getReceivedMessages()[0];
        assertThat(letter.getAllRecipients()).extracting(Object::toString).containsExactly("zhao@office.example");
        assertThat(letter.getHeader("Bcc")).isNull();
        assertThat(letter.getContent().toString()).contains("甲 Bcc: everybody@office.example 项目：");
        assertThat(states("email")).containsExactly("SENT 1", "SKIPPED 1", "SKIPPED 1");
    }

    @Test
    void nothingGoesOverAWayThatIsNotEncryptedAsTheSettingsSay() {
        clock.at(MONDAY, "08:30");
        notifier(emailChannel(email(Security.STARTTLS, mail.getSmtp().getPort())))
                .sweep();
        assertThat(states("email")).contains("PENDING 1");
        clock.at(MONDAY, "08:31");
        notifier(emailChannel(email(Security.SSL, mail.getSmtps().getPort()))).sweep();
        assertThat(states("email")).as("whose certificate nobody vouches for").contains("PENDING 2");
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatAsksForAPasswordGetsIt() {
        mail.setUser("hub@district.example", "hub", "right");
        mail.getUserManager().setAuthRequired(true);
        clock.at(MONDAY, "08:30");
        notifier(withPassword("wrong")).sweep();
        assertThat(mail.getReceivedMessages()).isEmpty();
        clock.at(MONDAY, "08:31");
        notifier(withPassword("right")).sweep();
        assertThat(mail.getReceivedMessages()).hasSize(2);
    }

    private EmailChannel withPassword(String password) {
        EmailSettings email = new EmailSettings(
                HOST, mail.getSmtps().getPort(), Security.SSL, "hub", password, "hub@district.example");
        JavaMailSenderImpl server = EmailChannel.server(email, settings.timeout());
        // The certificate of the server here is its own.
        server.getJavaMailProperties().setProperty("mail.smtp.ssl.trust", "*");
        server.getJavaMailProperties().setProperty("mail.smtp.ssl.checkserveridentity", "false");
        return new EmailChannel(server, email, settings, receivers(), sealer);
    }

    @Test
    void settingsThatCannotWorkAreRefusedAtStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmailSettings("mail.example", 0, Security.SSL, null, "", "nobody"))
                .withMessageContaining("from");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmailSettings("mail.example", 0, Security.NONE, "hub", "x", "a@b.example"))
                .withMessageContaining("security");
        assertThat(new EmailSettings("mail.example", 0, Security.STARTTLS, "hub", "secret", "a@b.example"))
                .hasToString("EmailSettings[mail.example:587]");
    }
}
