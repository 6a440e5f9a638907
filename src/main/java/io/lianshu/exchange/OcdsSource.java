package io.lianshu.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Releases as rows: first all parties, then all tenders, lots, bids, awards and contracts, so that each row finds what
 * it refers to. The file is read once for each of these; of a row only its place is kept, in eight bytes.
 */
final class OcdsSource implements RowSource {

    private static final List<OcdsTable> TABLES = List.of(OcdsTable.values());

    private final OcdsFile file;
    private final List<String> ocids = new ArrayList<>();
    private final Map<Long, String> oddPaths = new HashMap<>();
    private int[] releases = new int[1024];
    private int[] entries = new int[1024];
    private int rows;

    private OcdsSource(OcdsFile file) {
        this.file = file;
    }

    /** @throws io.lianshu.platform.refusal.Refusal when the file is no OCDS 1.1 */
    static OcdsSource of(Path file) {
        return new OcdsSource(OcdsFile.of(file));
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public List<String> header() {
        return OcdsRows.HEADER;
    }

    @Override
    public void read(Sink sink) {
        for (int table = 0; table < TABLES.size(); table++) {
            int current = table;
            file.releases((number, release, part) -> {
                read(current, number, release, sink);
                sink.progress((current + part) / TABLES.size());
            });
        }
        sink.progress(1);
    }

    private void read(int table, int number, JsonNode whole, Sink sink) {
        try {
            OcdsRelease release = OcdsRelease.of(whole);
            if (table == 0) {
                called(release.ocid());
            }
            OcdsRows.of(release, TABLES.get(table), new OcdsRows.Out() {
                @Override
                public void row(int item, String[] cells) {
                    sink.row(item < 0 ? placed(number, "tender") : placed(number, table, item), cells);
                }

                @Override
                public void broken(OcdsFault fault) {
                    sink.broken(placed(number, fault.path()), fault.fault());
                }
            });
        } catch (OcdsFault e) {
            // A release that is none is told once.
            if (table == 0) {
                called("#" + (number + 1));
                sink.broken(placed(number, e.path()), e.fault());
            }
        }
    }

    private synchronized void called(String ocid) {
        ocids.add(ocid);
    }

    private synchronized long placed(int release, int table, int item) {
        if (rows == releases.length) {
            releases = Arrays.copyOf(releases, rows * 2);
            entries = Arrays.copyOf(entries, rows * 2);
        }
        releases[rows] = release;
        entries[rows] = item * TABLES.size() + table;
        return ++rows;
    }

    private synchronized long placed(int release, String path) {
        long line = placed(release, 0, 0);
        oddPaths.put(line, path);
        return line;
    }

    /** The ocid and the path in the release. */
    @Override
    public synchronized String place(long line) {
        int row = (int) line - 1;
        String path = oddPaths.get(line);
        if (path == null) {
            OcdsTable table = TABLES.get(entries[row] % TABLES.size());
            path = table.path() + "/" + entries[row] / TABLES.size();
        }
        return (ocids.get(releases[row]) + " " + path).strip();
    }
}
