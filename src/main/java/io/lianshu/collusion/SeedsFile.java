package io.lianshu.collusion;

import io.lianshu.collusion.core.Market;
import io.lianshu.exchange.CsvSource;
import io.lianshu.exchange.RowSource;
import io.lianshu.exchange.mapping.Fault;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A table of known members: column {@code bidder}. */
final class SeedsFile {

    private final CsvSource source;
    private final int column;

    private SeedsFile(CsvSource source, int column) {
        this.source = source;
        this.column = column;
    }

    static SeedsFile of(Path file, @Nullable Charset charset) {
        CsvSource source = CsvSource.of(file, charset, ',');
        int column = source.header().stream().map(String::toLowerCase).toList().indexOf("bidder");
        if (column < 0) {
            throw TableRefused.columnMissing(source.name(), "bidder", List.of("bidder"));
        }
        return new SeedsFile(source, column);
    }

    /** The numbers of the known members; those that bid in no lot are told. */
    int[] numbers(Market market, Consumer<BidIssue> issues) {
        Map<String, Integer> numbers = market.numbers();
        TreeSet<Integer> known = new TreeSet<>();
        source.read(new RowSource.Sink() {
            @Override
            public void row(long line, String[] cells) {
                Integer number = numbers.get(cells[column].strip());
                if (number != null) {
                    known.add(number);
                } else {
                    issues.accept(new BidIssue(
                            line,
                            "",
                            "SEED_UNKNOWN",
                            source.name() + "：此成员没有投标，不计",
                            source.name() + ": this member bid in no lot and is left out"));
                }
            }

            @Override
            public void broken(long line, Fault fault) {
                issues.accept(BidIssue.of(line, fault));
            }

            @Override
            public void progress(double part) {
                // A short file.
            }
        });
        return known.stream().mapToInt(i -> i).toArray();
    }
}
