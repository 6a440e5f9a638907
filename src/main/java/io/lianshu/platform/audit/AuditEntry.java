package io.lianshu.platform.audit;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did, before it has its place in the chain. No text of it may carry a personal value.
 *
 * @param by id of the account, or what else stands for who did it
 * @param roles held then, with commas between
 * @param command the mutation, the program's command or the way in
 * @param subject id of the node that it was about
 * @param reason why, as its author said
 * @param details counts, file names and formats
 */
public record AuditEntry(
        ZonedDateTime at,
        AuditAction action,
        String by,
        String roles,
        @Nullable String command,
        @Nullable String subject,
        @Nullable String reason,
        @Nullable String details) {

    /** Who did what the hub does of itself. */
    public static final String HUB = "hub";

    /** Who did what was done by a command at the machine. */
    public static final String COMMAND_LINE = "command line";

    /** An event of which no more is to be said than who, what and about what. */
    public static AuditEntry of(
            ZonedDateTime at, AuditAction action, String by, String command, @Nullable String subject) {
        return new AuditEntry(at, action, by, "", command, subject, null, null);
    }
}
