package io.lianshu.notify;

import io.lianshu.platform.identifier.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code lianshu.notify.email.*}.
 *
 * @param host of the office's mail server; without one there are no letters
 * @param port 0 for the usual one
 * @param security how the way to the server is encrypted
 * @param username for the server; absent when it asks for none
 * @param from the sender's address
 */
@ConfigurationProperties("lianshu.notify.email")
record EmailSettings(
        @DefaultValue("") String host,
        @DefaultValue("0") int port,
        @DefaultValue("starttls") Security security,
        @Nullable String username,
        @DefaultValue("") String password,
        @DefaultValue("") String from) {

    /** How the way to a mail server is encrypted; a server that cannot do so is sent nothing. */
    enum Security {
        STARTTLS(587),
        SSL(465),
        NONE(25);

        private final int usual;

        Security(int usual) {
            this.usual = usual;
        }
    }

    EmailSettings {
        if (!host.isBlank() && !EmailAddress.isValid(from)) {
            throw new IllegalArgumentException("lianshu.notify.email.from must be an address as hub@office.example");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("lianshu.notify.email.port must be 0 to 65535");
        }
        if (security == Security.NONE && username != null && !username.isBlank()) {
            throw new IllegalArgumentException(
                    "lianshu.notify.email.username needs lianshu.notify.email.security=starttls or ssl");
        }
    }

    boolean isOn() {
        return !host.isBlank();
    }

    boolean asksForPassword() {
        return username != null && !username.isBlank();
    }

    int effectivePort() {
        return port == 0 ? security.usual : port;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "EmailSettings[" + (isOn() ? host + ":" + effectivePort() : "off") + "]";
    }
}
