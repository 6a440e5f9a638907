package io.lianshu.agency;

/** Names of the room's code lists, and codes that its commands tell apart. */
final class AgencyCodes {

    static final String STATES = "agency-state";
    static final String ROLES = "agency-role";
    static final String VISIT = "VISIT";
    static final String CHANNELS = "visit-channel";
    static final String KINDS = "difficulty-kind";
    static final String MODES = "assistance-mode";
    static final String SIGNED = "SIGNED";
    static final String ENDED = "ENDED";

    private AgencyCodes() {}
}
