package io.lianshu.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of OCDS releases: a release package, a release, or several of these one after another as in JSON lines. It is
 * read release by release and never held whole.
 */
final class OcdsFile {

    /** A release is held while its rows are made. */
    private static final long MOST_BYTES = 16_000_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxStringLength(1_000_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Path file;
    /** Which of the file's roots are releases themselves; the others are packages. */
    private final BitSet bare = new BitSet();

    private int releases;

    /** Receives releases in their order. */
    interface Receiver {

        /**
         * One release, whatever it holds.
         *
         * @param number from 0
         * @param part of the file that has been read, 0 to 1
         */
        void release(int number, JsonNode release, double part);
    }

    private OcdsFile(Path file) {
        this.file = file;
    }

    /**
     * Opens a file and looks once through all of it, so that nothing of a broken file is imported.
     *
     * @throws io.lianshu.platform.refusal.Refusal when it is no JSON from end to end, or no OCDS 1.1
     */
    static OcdsFile of(Path file) {
        OcdsFile opened = new OcdsFile(file);
        if (!Files.isRegularFile(file)) {
            throw opened.refused("没有此文件", "there is no such file");
        }
        opened.read((parser, root) -> opened.look(parser, root));
        if (opened.releases == 0) {
            throw opened.refused("没有任何 OCDS 发布（release）", "contains no OCDS release");
        }
        return opened;
    }

    String name() {
        return String.valueOf(file.getFileName());
    }

    /** Hands over every release, reading the file anew. */
    void releases(Receiver receiver) {
        long size = Math.max(1, file.toFile().length());
        int[] number = {0};
        read((parser, root) -> {
            if (bare.get(root)) {
                receiver.release(number[0]++, parser.readValueAsTree(), part(parser, size));
                return;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean here = parser.currentName().equals("releases");
                parser.nextToken();
                if (!here) {
                    parser.skipChildren();
                    continue;
                }
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    receiver.release(number[0]++, parser.readValueAsTree(), part(parser, size));
                }
            }
        });
    }

    private interface Root {
        void at(JsonParser parser, int root);
    }

    private void read(Root each) {
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = JSON.createParser(in)) {
            int root = 0;
            while (parser.nextToken() != null) {
                if (parser.currentToken() != JsonToken.START_OBJECT) {
                    throw refused(
                            "不是 OCDS 发布包：应为含 releases 的对象，或单个发布",
                            "is no OCDS release package: an object with releases, or a release, is expected");
                }
                each.at(parser, root++);
            }
        } catch (JacksonException e) {
            throw noJson(e);
        } catch (IOException e) {
            throw refused("无法读取", "cannot be read");
        }
    }

    /** Tells what a root is by the names in it. */
    private void look(JsonParser parser, int root) {
        long start = offset(parser);
        boolean records = false;
        boolean packaged = false;
        boolean release = false;
        String version = "";
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("releases")) {
                packaged = true;
                count(parser, value);
                continue;
            }
            records |= name.equals("records");
            release |= name.equals("ocid") || name.equals("tag") || name.equals("initiationType");
            version = name.equals("version") && value == JsonToken.VALUE_STRING ? parser.getString() : version;
            parser.skipChildren();
        }
        if (packaged) {
            checkVersion(version);
            return;
        }
        if (records) {
            throw refused(
                    "是记录包（record package）；请提供发布包（release package）", "is a record package; a release package is needed");
        }
        if (!release) {
            throw refused("不是 OCDS：既没有 releases，也没有 ocid", "is not OCDS: it has neither releases nor an ocid");
        }
        bare.set(root);
        one(parser, start);
    }

    private void count(JsonParser parser, JsonToken value) {
        if (value != JsonToken.START_ARRAY) {
            throw refused("releases 应为数组 […]", "releases must be an array […]");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            long start = offset(parser);
            parser.skipChildren();
            one(parser, start);
        }
    }

    private void one(JsonParser parser, long start) {
        releases++;
        if (offset(parser) - start > MOST_BYTES) {
            throw refused(
                    "第 %d 个发布超过 16 MB".formatted(releases), "release %d is larger than 16 MB".formatted(releases));
        }
    }

    private void checkVersion(String version) {
        if (!version.equals("1.1") && !version.startsWith("1.1.")) {
            String said = version.isEmpty() ? "没有 version（即 1.0）" : "version 为 “" + shortened(version) + "”";
            String english = version.isEmpty()
                    ? "has no version, which means 1.0"
                    : "is of version \"" + shortened(version) + "\"";
            throw refused(said + "；只接受 OCDS 1.1", english + "; only OCDS 1.1 is read");
        }
    }

    private static String shortened(String text) {
        return text.length() > 20 ? text.substring(0, 20) + "…" : text;
    }

    private static double part(JsonParser parser, long size) {
        return Math.min(1, (double) offset(parser) / size);
    }

    private static long offset(JsonParser parser) {
        TokenStreamLocation location = parser.currentLocation();
        return Math.max(location.getByteOffset(), location.getCharOffset());
    }

    private FileRefused noJson(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        int line = location == null ? 0 : location.getLineNr();
        int column = location == null ? 0 : location.getColumnNr();
        return refused(
                "第 %d 行第 %d 列起不是合法的 JSON，或嵌套、文字、数字过长".formatted(line, column),
                "line %d, column %d: no JSON from here on, or nested too deeply or too long".formatted(line, column));
    }

    private FileRefused refused(String chinese, String english) {
        return new FileRefused(name(), chinese, english);
    }
}
