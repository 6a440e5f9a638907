package io.lianshu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.exchange.mapping.Fault;
import java.util.ArrayList;
import java.util.List;

/** What a source hands over, as texts: its header, then each row's cells or fault behind its line. */
final class RowsRead implements RowSource.Sink {

    private final List<String> texts = new ArrayList<>();

    static List<String> of(RowSource source) {
        RowsRead read = new RowsRead();
        read.texts.add(source.header().toString());
        source.read(read);
        return read.texts;
    }

    @Override
    public void row(long line, String[] cells) {
        texts.add(line + " " + List.of(cells));
    }

    @Override
    public void broken(long line, Fault fault) {
        texts.add(line + " " + fault.code());
    }

    @Override
    public void progress(double part) {
        assertThat(part).isBetween(0.0, 1.0);
    }
}
