package io.lianshu.platform.feed;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/**
 * An event at its place in the feed.
 *
 * @param seq its place: an entry that was committed later has a greater one
 * @param kind a code of {@code work-event}, perhaps one that only a newer hub knows
 */
public record FeedEntry(long seq, ZonedDateTime at, String kind, String subject, Set<String> audience) {

    public FeedEntry {
        audience = Set.copyOf(audience);
    }

    /**
     * Entries that follow each other.
     *
     * @param after number after which was asked
     * @param swept number up to which entries were taken away by then
     */
    record Page(long after, List<FeedEntry> entries, long swept) {

        Page {
            entries = List.copyOf(entries);
        }

        long last() {
            return entries.isEmpty() ? after : entries.get(entries.size() - 1).seq();
        }
    }
}
