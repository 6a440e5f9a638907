package io.lianshu.platform.feed;

import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.viewer.Viewer;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whose work a viewer hears of.
 *
 * @param ids of its person, the departments that this works for, and the company that the account acts for
 */
record Concern(Set<String> ids) implements Predicate<FeedEntry> {

    static Concern of(Viewer viewer, Set<String> departments) {
        Set<String> ids = new HashSet<>(departments);
        add(ids, viewer.personId());
        add(ids, viewer.companyId());
        return new Concern(ids);
    }

    private static void add(Set<String> ids, @Nullable String id) {
        if (id != null) {
            ids.add(id);
        }
    }

    @Override
    public boolean test(FeedEntry entry) {
        return entry.audience().stream().anyMatch(ids::contains);
    }

    /** Refuses whoever has no work here, or none any more. */
    static Viewer required(Viewer viewer) {
        if (viewer.roles().isEmpty() || (viewer.personId() == null && viewer.companyId() == null)) {
            throw new Refusal(
                    "NOT_ALLOWED",
                    Refusal.Kind.FORBIDDEN,
                    WorkFields.FIELD,
                    WorkFields.FIELD + "：账号未关联人员或单位，或没有角色，没有自己的工作",
                    WorkFields.FIELD
                            + ": this account stands for no person and no company, or has no role, so it has no"
                            + " work of its own");
        }
        return viewer;
    }
}
