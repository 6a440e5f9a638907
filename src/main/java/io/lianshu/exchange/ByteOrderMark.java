package io.lianshu.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The mark with which some programs begin a text file. */
final class ByteOrderMark {

    private ByteOrderMark() {}

    private static final int[] GB18030 = {0x84, 0x31, 0x95, 0x33};

    /** The encoding asked for, else what the mark says, else UTF-8. */
    static Charset charset(Path file, @Nullable Charset asked) throws IOException {
        if (asked != null) {
            return asked;
        }
        try (InputStream in = Files.newInputStream(file)) {
            int[] first = {in.read(), in.read(), in.read(), in.read()};
            if (Arrays.equals(first, GB18030)) {
                return Charset.forName("GB18030");
            }
            boolean wide = (first[0] == 0xfe && first[1] == 0xff) || (first[0] == 0xff && first[1] == 0xfe);
            return wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        }
    }

    static Reader skip(Reader reader) throws IOException {
        Reader buffered = new BufferedReader(reader);
        buffered.mark(1);
        if (buffered.read() != '\ufeff') {
            buffered.reset();
        }
        return buffered;
    }
}
