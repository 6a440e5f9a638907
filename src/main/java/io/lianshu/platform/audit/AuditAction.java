package io.lianshu.platform.audit;

/** What may be done; the codes of the list {@code audit-action}. */
public enum AuditAction {
    COMMAND,
    IMPORT,
    EXPORT,
    LOGIN,
    LOGIN_REFUSED,
    LOGOUT,
    TOKEN_REPLAYED,
    PASSWORD,
    REVEAL,
    RETENTION,
    WECHAT_LINKED,
    KEYS,
    BACKUP,
    RESTORE,
    COMMAND_REFUSED
}
