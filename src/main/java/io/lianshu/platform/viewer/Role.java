package io.lianshu.platform.viewer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person may be to the office (角色); one person may hold several. */
public enum Role {
    AGENT,
    DEPARTMENT_APPROVER,
    WINDOW_CLERK,
    TOWN_TRADER,
    TRADING_CENTRE,
    TRADING_ADMINISTRATION,
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

    /** The role of this slug; empty when there is none. */
    public static Optional<Role> ofSlug(String slug) {
        return Arrays.stream(values()).filter(role -> role.slug().equals(slug)).findFirst();
    }

    /** All slugs, with this between them. */
    public static String slugs(String between) {
        return Arrays.stream(values()).map(Role::slug).collect(Collectors.joining(between));
    }
}
