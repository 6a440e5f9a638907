package io.lianshu.platform.viewer;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who asks. Every read runs as a viewer; the anonymous public is one without a role.
 *
 * @param name what logs and audits call this viewer; never a personal identifier
 * @param roles the roles held now; empty for the public
 * @param personId the person behind the account, if any
 * @param companyId the company the account acts for (供应商, 业主), if any
 * @param language zh (the default) or en
 */
public record Viewer(
        String name,
        Set<Role> roles,
        @Nullable String personId,
        @Nullable String companyId,
        Locale language) {

    /** The key under which the viewer lies in the GraphQL context. */
    public static final Class<Viewer> KEY = Viewer.class;

    public static final Viewer PUBLIC = new Viewer("public", Set.of(), null, null, Locale.CHINESE);

    public Viewer {
        roles = Set.copyOf(roles);
    }

    public boolean hasAnyOf(Set<Role> wanted) {
        return wanted.stream().anyMatch(roles::contains);
    }

    /** The roles as one text: viewers whose rights are equal share compiled statements. */
    public String rights() {
        return roles.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    public boolean speaksEnglish() {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    /** What statements know of the viewer, as their parameter {@code viewer}. */
    public Map<String, @Nullable Object> asParameter() {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("name", name);
        result.put("roles", roles.stream().map(Enum::name).sorted().toList());
        result.put("personId", personId);
        result.put("companyId", companyId);
        return result;
    }

    public Viewer speaking(Locale other) {
        return new Viewer(name, roles, personId, companyId, other);
    }
}
