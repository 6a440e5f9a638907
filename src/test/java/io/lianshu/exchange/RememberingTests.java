package io.lianshu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RememberingTests {

    @Property(tries = 50)
    void hashesAreNumberedLikeInAMap(@ForAll @Size(max = 5_000) List<Long> hashes) {
        LongIndex index = new LongIndex();
        Map<Long, Integer> expected = new HashMap<>();
        for (long hash : hashes) {
            assertThat(index.add(hash)).isEqualTo(expected.computeIfAbsent(hash, unused -> expected.size()));
        }
        expected.forEach((hash, number) -> assertThat(index.find(hash)).isEqualTo(number));
        assertThat(index.size()).isEqualTo(expected.size());
    }

    @Test
    void aThingIsCountedOnceHoweverOftenItIsWritten() {
        Written written = new Written();
        for (long key = 0; key < 5_000; key++) {
            written.record(key, key + 1, Written.UNCHANGED);
            written.record(key, key + 2, key % 2 == 0 ? Written.UPDATED : Written.UNCHANGED);
        }
        assertThat(written.count()).isEqualTo(new ImportSummary.Count(0, 2_500, 2_500));
        assertThat(written.hasSame(7, 9)).isTrue();
        assertThat(written.hasSame(7, 8)).isFalse();
        written.forget();
        assertThat(written.has(7)).isFalse();
    }
}
