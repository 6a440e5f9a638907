package io.lianshu.exchange.subgraph;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;

/** The formats in which a part of the graph is given. */
enum SubgraphFormat {
    GEXF("application/gexf+xml", "gexf"),
    GRAPHML("application/graphml+xml", "graphml"),
    CSV("application/zip", "csv.zip");

    private final String media;
    private final String extension;

    SubgraphFormat(String media, String extension) {
        this.media = media;
        this.extension = extension;
    }

    static String names() {
        return Arrays.stream(values()).map(SubgraphFormat::parameter).collect(Collectors.joining(", "));
    }

    /** As it stands in an address. */
    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    MediaType media() {
        return MediaType.parseMediaType(media);
    }

    String extension() {
        return extension;
    }

    byte[] write(Subgraph graph, About about) {
        return switch (this) {
            case GEXF -> GexfFile.of(graph, about);
            case GRAPHML -> GraphmlFile.of(graph, about);
            case CSV -> CsvArchive.of(graph, about);
        };
    }
}
