package io.lianshu.platform.live;

import org.springframework.web.reactive.socket.CloseStatus;

/** Why the hub closes a WebSocket; the codes of the protocol, and two of WebSocket itself. */
enum SocketClose {
    GOING_AWAY(1001, "Going away"),
    TRY_AGAIN_LATER(1013, "Try again later"),
    BAD_REQUEST(4400, "Invalid message"),
    UNAUTHORIZED(4401, "Unauthorized"),
    FORBIDDEN(4403, "Forbidden"),
    INIT_TIMEOUT(4408, "Connection initialisation timeout"),
    SUBSCRIBER_EXISTS(4409, "Subscriber already exists"),
    TOO_MANY_INITS(4429, "Too many initialisation requests"),
    SILENT(4499, "Nothing was heard for too long");

    private final int code;
    private final String reason;

    SocketClose(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    CloseStatus status() {
        return new CloseStatus(code, reason);
    }

    /** The protocol wants it said which. */
    static CloseStatus subscriberExists(String id) {
        // A reason has 123 bytes at most.
        return id.matches("[\\x20-\\x7e]{1,64}")
                ? SUBSCRIBER_EXISTS.status().withReason("Subscriber for " + id + " already exists")
                : SUBSCRIBER_EXISTS.status();
    }
}
