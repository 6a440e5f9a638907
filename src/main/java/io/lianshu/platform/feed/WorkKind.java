package io.lianshu.platform.feed;

/** What may happen to somebody's work; the codes of the list {@code work-event}. */
public enum WorkKind {
    APPROVAL_MOVED,
    REVIEW_CHANGED,
    DIFFICULTY_CHANGED,
    NOTICE_ISSUED,
    VISIT_DUE,
    SERVICE_CHANGED,
    MEETING_HELD,
    TRADE_CHANGED
}
