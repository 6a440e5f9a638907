package io.lianshu.platform.feed;

/** What the feed tells: what may happen to somebody's work, and what rules found in a lot; the codes of the list {@code work-event}. */
public enum WorkKind {
    APPROVAL_MOVED,
    REVIEW_CHANGED,
    DIFFICULTY_CHANGED,
    NOTICE_ISSUED,
    VISIT_DUE,
    SERVICE_CHANGED,
    MEETING_HELD,
    TRADE_CHANGED,
    EXACT_MATCH_FOUND,
    LEAD_FOUND
}
