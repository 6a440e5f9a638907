package io.lianshu.notify;

import io.lianshu.notify.EmailSettings.Security;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.EmailAddress;
import io.lianshu.platform.secret.Sealer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Letters by SMTP to work addresses. Faults are told by their class only: their texts hold addresses. */
@OwnsItsThread
final class EmailChannel implements Channel {

    private static final Logger log = LoggerFactory.getLogger(EmailChannel.class);
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final String SENDER = "联枢 Lianshu";
    private static final String END = """


            本邮件由联枢自动发出，请勿回复；详情见小程序。
            Sent by Lianshu; do not reply. See the mini-program for more.
            """;
    /** The connection, the encryption, a log-in, and a command for each part of a letter, with room for more. */
    private static final int WAITS = 15;

    private final JavaMailSenderImpl sender;
    private final EmailSettings email;
    private final NotifySettings settings;
    private final ReceiverGraph receivers;
    private final Sealer sealer;

    EmailChannel(EmailSettings email, NotifySettings settings, ReceiverGraph receivers, Sealer sealer) {
        this(server(email, settings.timeout()), email, settings, receivers, sealer);
    }

    EmailChannel(
            JavaMailSenderImpl sender,
            EmailSettings email,
            NotifySettings settings,
            ReceiverGraph receivers,
            Sealer sealer) {
        this.sender = sender;
        this.email = email;
        this.settings = settings;
        this.receivers = receivers;
        this.sealer = sealer;
    }

    static JavaMailSenderImpl server(EmailSettings email, Duration timeout) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(email.host());
        sender.setPort(email.effectivePort());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties properties = sender.getJavaMailProperties();
        String patience = String.valueOf(timeout.toMillis());
        properties.setProperty("mail.smtp.connectiontimeout", patience);
        properties.setProperty("mail.smtp.timeout", patience);
        properties.setProperty("mail.smtp.writetimeout", patience);
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(email.security() == Security.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(email.security() == Security.STARTTLS));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(email.security() == Security.SSL));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.auth", String.valueOf(email.asksForPassword()));
        if (email.asksForPassword()) {
            sender.setUsername(email.username());
            sender.setPassword(email.password());
        }
        return sender;
    }

    @Override
    public String name() {
        return "email";
    }

    @Override
    public Duration lease() {
        return settings.lease(WAITS);
    }

    @Override
    public Outcome send(Delivery delivery) {
        Optional<String> sealed = receivers.email(delivery.person());
        if (sealed.isEmpty()) {
            return Outcome.NOBODY;
        }
        String address = sealer.open(sealed.get());
        // Asked again, whoever wrote it: what is no address could be one more line of the letter's head.
        if (!EmailAddress.isValid(address)) {
            log.warn("{} 的邮箱地址无效 / the address of {} is not good", delivery.id(), delivery.id());
            return Outcome.NOBODY;
        }
        try {
            sender.send(letter(address, delivery));
            return Outcome.TAKEN;
        } catch (MailException | MessagingException | UnsupportedEncodingException e) {
            log.warn(
                    "邮件服务器未收下 {}：{} / the mail server did not take {}: {}",
                    delivery.id(),
                    e.getClass().getSimpleName(),
                    delivery.id(),
                    e.getClass().getSimpleName());
            return Outcome.NOT_TAKEN;
        }
    }

    private MimeMessage letter(String address, Delivery delivery)
            throws MessagingException, UnsupportedEncodingException {
        String from = email.from();
        MimeMessage letter = sender.createMimeMessage();
        MimeMessageHelper parts = new MimeMessageHelper(letter, StandardCharsets.UTF_8.name());
        parts.setFrom(from, SENDER);
        parts.setTo(address);
        parts.setSubject(oneLine(delivery.title()));
        parts.setText(text(delivery));
        // The same for every attempt: mail programs show one that came twice once.
        letter.setHeader("Message-ID", "<" + delivery.id() + "@" + EmailAddress.domain(from) + ">");
        // No automatic answers (RFC 3834).
        letter.setHeader("Auto-Submitted", "auto-generated");
        return letter;
    }

    private static String text(Delivery delivery) {
        StringBuilder text = new StringBuilder(oneLine(delivery.title())).append("\n");
        delivery.lines().forEach(line -> text.append("\n").append(oneLine(line)));
        return text.append(END).toString();
    }

    private static String oneLine(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }
}
