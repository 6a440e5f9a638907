package io.lianshu.trading;

/** What rules of trading are about; the codes of the list {@code trading-rule}. */
enum RuleKind {
    BID_PERIOD,
    CLARIFICATION,
    DOCUMENT_SALE,
    LEAST_BIDDERS,
    COMMITTEE_SIZE,
    COMMITTEE_EXPERTS,
    MOST_CANDIDATES,
    PUBLICITY_START,
    PUBLICITY,
    CONTRACT,
    DEPOSIT,
    REFUND,
    PERFORMANCE_BOND,
    OBJECTION_DOCUMENTS,
    OBJECTION_REPLY,
    COMPLAINT_FILING,
    COMPLAINT_ACCEPTANCE,
    COMPLAINT_DECISION,
    ANNUAL_CREDIT,
    STATION_SCORE,
    PERMIT
}
