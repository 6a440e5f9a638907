package io.lianshu.approval;

import io.lianshu.platform.viewer.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The statuses of the national exchange standard (办件状态), which may follow which, who sets them and what they do to the clock. All
 * that is said of their order is said here: the diagram in the guide is drawn from it.
 */
enum ApprovalStatus {
    RECEIVED("1", Clock.UNCHANGED),
    WITHDRAWN("2", Clock.ENDS),
    ACCEPTED_AT_WINDOW("3", Clock.RUNS),
    NOT_ACCEPTED("4", Clock.ENDS),
    REFUSED("5", Clock.ENDS),
    CORRECTION_BEGUN("6", Clock.OWNERS),
    CORRECTION_ENDED("7", Clock.RUNS),
    ACCEPTED_BY_DEPARTMENT("8", Clock.RUNS),
    SPECIAL_BEGUN("9", Clock.EXCLUDED),
    SPECIAL_ENDED("10", Clock.RUNS),
    GRANTED("11", Clock.ENDS),
    GRANTED_WITH_MINOR_DOCUMENTS_TO_FOLLOW("12", Clock.ENDS),
    DENIED("13", Clock.ENDS),
    TAKEN_BACK("14", Clock.UNCHANGED),
    REVOKED("15", Clock.UNCHANGED),
    WITHDRAWAL_TO_CONFIRM("16", Clock.UNCHANGED);

    /** What a status does to the clock. */
    enum Clock {
        UNCHANGED,
        RUNS,
        OWNERS,
        EXCLUDED,
        ENDS
    }

    private final String code;
    private final Clock clock;

    ApprovalStatus(String code, Clock clock) {
        this.code = code;
        this.clock = clock;
    }

    static Optional<ApprovalStatus> of(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst();
    }

    String code() {
        return code;
    }

    Clock clock() {
        return clock;
    }

    /** The statuses that may follow; none when it is over. */
    Set<ApprovalStatus> next() {
        return switch (this) {
            case RECEIVED ->
                EnumSet.of(
                        ACCEPTED_AT_WINDOW, NOT_ACCEPTED, REFUSED, CORRECTION_BEGUN, WITHDRAWN, WITHDRAWAL_TO_CONFIRM);
            case ACCEPTED_AT_WINDOW ->
                EnumSet.of(ACCEPTED_BY_DEPARTMENT, REFUSED, CORRECTION_BEGUN, WITHDRAWAL_TO_CONFIRM);
            case CORRECTION_BEGUN -> EnumSet.of(CORRECTION_ENDED, WITHDRAWN, NOT_ACCEPTED, WITHDRAWAL_TO_CONFIRM);
            case CORRECTION_ENDED ->
                EnumSet.of(
                        ACCEPTED_AT_WINDOW,
                        ACCEPTED_BY_DEPARTMENT,
                        NOT_ACCEPTED,
                        REFUSED,
                        CORRECTION_BEGUN,
                        SPECIAL_BEGUN,
                        GRANTED,
                        GRANTED_WITH_MINOR_DOCUMENTS_TO_FOLLOW,
                        DENIED,
                        WITHDRAWAL_TO_CONFIRM);
            case ACCEPTED_BY_DEPARTMENT ->
                EnumSet.of(
                        CORRECTION_BEGUN,
                        SPECIAL_BEGUN,
                        GRANTED,
                        GRANTED_WITH_MINOR_DOCUMENTS_TO_FOLLOW,
                        DENIED,
                        WITHDRAWAL_TO_CONFIRM);
            case SPECIAL_BEGUN -> EnumSet.of(SPECIAL_ENDED, WITHDRAWAL_TO_CONFIRM);
            case SPECIAL_ENDED ->
                EnumSet.of(
                        CORRECTION_BEGUN,
                        SPECIAL_BEGUN,
                        GRANTED,
                        GRANTED_WITH_MINOR_DOCUMENTS_TO_FOLLOW,
                        DENIED,
                        WITHDRAWAL_TO_CONFIRM);
            case WITHDRAWAL_TO_CONFIRM -> EnumSet.of(WITHDRAWN, ACCEPTED_AT_WINDOW, ACCEPTED_BY_DEPARTMENT);
            case GRANTED, GRANTED_WITH_MINOR_DOCUMENTS_TO_FOLLOW -> EnumSet.of(TAKEN_BACK, REVOKED);
            case WITHDRAWN, NOT_ACCEPTED, REFUSED, DENIED, TAKEN_BACK, REVOKED -> EnumSet.noneOf(ApprovalStatus.class);
        };
    }

    /** Who sets it: the window until the department has the application, the department from then on. */
    Set<Role> by() {
        return switch (this) {
            case RECEIVED, ACCEPTED_AT_WINDOW, NOT_ACCEPTED -> EnumSet.of(Role.WINDOW_CLERK);
            case WITHDRAWN, REFUSED, CORRECTION_BEGUN, CORRECTION_ENDED, WITHDRAWAL_TO_CONFIRM ->
                EnumSet.of(Role.WINDOW_CLERK, Role.DEPARTMENT_APPROVER);
            case ACCEPTED_BY_DEPARTMENT,
                    SPECIAL_BEGUN,
                    SPECIAL_ENDED,
                    GRANTED,
                    GRANTED_WITH_MINOR_DOCUMENTS_TO_FOLLOW,
                    DENIED,
                    TAKEN_BACK,
                    REVOKED -> EnumSet.of(Role.DEPARTMENT_APPROVER);
        };
    }

    boolean grants() {
        return this == GRANTED || this == GRANTED_WITH_MINOR_DOCUMENTS_TO_FOLLOW;
    }

    /** Whether it is decided; what was granted may still be taken back. */
    boolean isDecided() {
        return clock == Clock.ENDS || next().isEmpty();
    }

    /** Whether the office must say why. */
    boolean needsOpinion() {
        return clock == Clock.OWNERS
                || clock == Clock.EXCLUDED
                || this == TAKEN_BACK
                || this == REVOKED
                || (clock == Clock.ENDS && this != GRANTED);
    }
}
