package io.lianshu.notify;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A digest on its way to one person.
 *
 * @param id the same for every attempt, so that a receiver can drop what it has
 * @param attempt the how-manieth attempt this is, from 1
 * @param person the hub's id of the receiver
 * @param employeeNo number in the office; null when the person has none
 * @param lines at most {@value Digest#MOST_LINES} and one that says how many more there are
 * @param brief the same for where there is no room
 * @param at when the digest was made
 */
record Delivery(
        String key,
        String id,
        int attempt,
        DigestKind kind,
        String person,
        @Nullable String employeeNo,
        String title,
        List<String> lines,
        Digest.Brief brief,
        OffsetDateTime at) {

    Delivery {
        lines = List.copyOf(lines);
    }
}
