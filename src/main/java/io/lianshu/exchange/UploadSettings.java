package io.lianshu.exchange;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may be uploaded for import.
 *
 * @param data the hub's data directory, in which tables wait and reports lie
 */
@ConfigurationProperties("lianshu")
record UploadSettings(
        @DefaultValue("data") Path data, @DefaultValue Upload upload) {

    Path folder() {
        return data.resolve("imports");
    }

    /**
     * The settings {@code lianshu.upload.*}.
     *
     * @param most bytes of a table
     * @param waiting tables on their way in or waiting, besides the one that is imported
     * @param patience how long a body may pause
     * @param kept imports that can be asked about when they are over
     */
    record Upload(
            @DefaultValue("64MB") DataSize most,
            @DefaultValue("4") int waiting,
            @DefaultValue("30s") Duration patience,
            @DefaultValue("100") int kept) {}
}
