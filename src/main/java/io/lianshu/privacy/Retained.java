package io.lianshu.privacy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a person's connections the law bids to keep, by relation type, where need be with the label of the other end
 * after a colon; the values are codes of the list {@code retention-basis}.
 */
final class Retained {

    private static final String PROCUREMENT = "PROCUREMENT_FILES";
    private static final String OFFICIAL = "OFFICIAL_ARCHIVES";

    private static final Map<String, String> BASES = Map.ofEntries(
            Map.entry("HANDLED_BY:Bid", PROCUREMENT),
            Map.entry("SAT_ON", PROCUREMENT),
            Map.entry("SCORED", PROCUREMENT),
            Map.entry("TENDERED_BY", PROCUREMENT),
            Map.entry("SUPERVISES", PROCUREMENT),
            Map.entry("OF:BankAccount", PROCUREMENT),
            Map.entry("SOCIALLY_INSURED_BY", PROCUREMENT),
            Map.entry("LEGAL_REP_OF", PROCUREMENT),
            Map.entry("OFFICER_OF", PROCUREMENT),
            Map.entry("SHAREHOLDER_OF", PROCUREMENT),
            Map.entry("WORKS_FOR:Company", PROCUREMENT),
            Map.entry("WITH", PROCUREMENT),
            Map.entry("BY", PROCUREMENT),
            Map.entry("ACCESSED_BY", PROCUREMENT),
            Map.entry("HANDLED_BY:Approval", OFFICIAL),
            Map.entry("WORKS_FOR:Department", OFFICIAL),
            Map.entry("STAFFS", OFFICIAL),
            Map.entry("MEMBER_OF", OFFICIAL),
            Map.entry("MADE", OFFICIAL),
            Map.entry("UPLOADED_BY", OFFICIAL),
            Map.entry("RAISED_BY", OFFICIAL),
            Map.entry("DONE_BY", OFFICIAL),
            Map.entry("ATTENDED", OFFICIAL),
            Map.entry("LIAISES", OFFICIAL),
            Map.entry("SECONDED_TO", OFFICIAL),
            Map.entry("CONDUCTED_BY", OFFICIAL),
            Map.entry("OPENED_BY", OFFICIAL),
            Map.entry("IN_CHARGE_OF", OFFICIAL),
            Map.entry("WAS_IN_CHARGE_OF", OFFICIAL),
            Map.entry("COLLECTED_BY", OFFICIAL),
            Map.entry("PROPOSED_BY", OFFICIAL),
            Map.entry("APPROVED_BY", OFFICIAL),
            Map.entry("GAVE", "CONSENT_PROOF"));

    private Retained() {}

    /** Why a connection must stay, or null when it need not. */
    static @Nullable String basis(String relation, String label) {
        String basis = BASES.get(relation);
        return basis == null ? BASES.get(relation + ":" + label) : basis;
    }

    /** Those of procurement, in which whoever acted must be known by more than a name. */
    static List<String> files() {
        return BASES.entrySet().stream()
                .filter(base -> base.getValue().equals(PROCUREMENT))
                .map(Map.Entry::getKey)
                .toList();
    }

    static List<String> relations() {
        return List.copyOf(BASES.keySet());
    }
}
