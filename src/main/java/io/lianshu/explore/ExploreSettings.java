package io.lianshu.explore;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of exploring.
 *
 * @param common node types that belong to so many others that meeting in one says nothing; they are shown but not passed
 * @param mostEdges relations that a neighbourhood returns at most
 */
@ConfigurationProperties("lianshu.explore")
record ExploreSettings(
        @DefaultValue({
            "Region",
            "Department",
            "ApprovalItem",
            "ApprovalRoute",
            "ApprovalStage",
            "PolicyDocument",
            "ServiceCentre",
            "TradingPlatform",
            "KeyProjectList",
            "AnnualPlan",
            "ContractorPool",
            "Publicity",
            "Bank",
            "LoanProduct",
            "AgencyService",
            "Visit",
            "VisitObligation",
            "Difficulty",
            "AssistanceRecord",
            "MeetingTemplate",
            "Meeting",
            "Resolution",
            "Supervision",
            "SupervisionNotice",
            "Consent"
        })
        Set<String> common,

        @DefaultValue("3000") int mostEdges) {

    ExploreSettings {
        common = Set.copyOf(common);
    }
}
