package io.lianshu.platform.viewer;

import java.util.Locale;

/** What a person may be to the office (角色); one person may hold several. */
public enum Role {
    AGENT,
    DEPARTMENT_APPROVER,
    WINDOW_CLERK,
    TOWN_TRADER,
    SUPERVISOR,
    ANALYST,
    CASE_OFFICER,
    DIRECTOR,
    IMPORTER,
    ADMINISTRATOR,
    OWNER,
    SUPPLIER,
    APPLICANT,
    BANK;

    /** The role's name as it stands in headers and user names: lower case with hyphens. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
