package io.lianshu.platform.secret;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the hub's keys come from.
 *
 * @param data the hub's data directory, in which the key file lies unless another is named
 * @param keys the key file or the keys themselves
 */
@ConfigurationProperties("lianshu")
public record KeySettings(
        @DefaultValue("data") Path data, @DefaultValue Keys keys) {

    /** The key file, there or not. */
    public Path file() {
        return keys.file == null ? data.resolve("keys") : keys.file;
    }

    /** Whether keys are given as a value; then the key file is not read. */
    public boolean asValue() {
        return keys.value != null && !keys.value.isBlank();
    }

    /**
     * The settings {@code lianshu.keys.*}.
     *
     * @param file a file with one key a line in base64, oldest first; created when it is not there
     * @param value the keys themselves in base64, oldest first, with commas between; then no file is read
     */
    public record Keys(@Nullable Path file, @Nullable String value) {

        @Override
        public String toString() {
            return "Keys[file=" + file + "]";
        }
    }
}
