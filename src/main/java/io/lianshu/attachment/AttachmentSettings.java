package io.lianshu.attachment;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which photos and files are taken, and where they are kept.
 *
 * @param data the hub's data directory
 */
@ConfigurationProperties("lianshu")
record AttachmentSettings(
        @DefaultValue("data") Path data, @DefaultValue Attachment attachment) {

    private static final long MOST_BYTES = DataSize.ofMegabytes(100).toBytes();

    /** Where objects lie when they lie on this machine. */
    Path folder() {
        return data.resolve("attachments");
    }

    /** Where uploads lie until the graph knows them; never in another store than this machine. */
    Path incoming() {
        return folder().resolve("incoming");
    }

    /**
     * The settings {@code lianshu.attachment.*}.
     *
     * @param mostBytes bytes of a file
     * @param mostPixels pixels of a photo, width times height
     * @param atOnce files that are examined at a time
     * @param waiting files besides that may be on their way in
     * @param patience how long a body may pause; ten times as long it may take altogether
     * @param unattachedKept how long an upload may wait to be attached to something
     * @param sweep how often the hub looks for what is to be removed
     * @param s3 another store than the data directory
     */
    record Attachment(
            @DefaultValue("10MB") DataSize mostBytes,
            @DefaultValue("50000000") long mostPixels,
            @DefaultValue("2") int atOnce,
            @DefaultValue("30") int waiting,
            @DefaultValue("30s") Duration patience,
            @DefaultValue("7d") Duration unattachedKept,
            @DefaultValue("1h") Duration sweep,
            @DefaultValue S3 s3) {

        Attachment {
            if (mostBytes.toBytes() < 1 || mostBytes.toBytes() > MOST_BYTES) {
                throw new IllegalArgumentException("lianshu.attachment.most-bytes must be 1 B to 100 MB");
            }
            if (mostPixels < 1 || atOnce < 1 || waiting < 0) {
                throw new IllegalArgumentException("lianshu.attachment.most-pixels and .at-once must be at least 1,"
                        + " lianshu.attachment.waiting must not be negative");
            }
            if (unattachedKept.isNegative() || sweep.isNegative() || sweep.isZero()) {
                throw new IllegalArgumentException("lianshu.attachment.unattached-kept must not be negative,"
                        + " lianshu.attachment.sweep must be longer than 0");
            }
        }
    }

    /**
     * A store that speaks Amazon's S3 protocol.
     *
     * @param endpoint such as {@code https://oss.example.cn}; null: the data directory is the store
     * @param pathStyle whether the bucket stands in the path, as most stores of one's own want it, or before the host
     * @param timeout patience with one request
     */
    record S3(
            @Nullable URI endpoint,
            @DefaultValue("lianshu") String bucket,
            @DefaultValue("us-east-1") String region,
            @DefaultValue("") String accessKey,
            @DefaultValue("") String secretKey,
            @DefaultValue("true") boolean pathStyle,
            @DefaultValue("30s") Duration timeout) {

        S3 {
            if (endpoint != null && (endpoint.getHost() == null || accessKey.isBlank() || secretKey.isBlank())) {
                throw new IllegalArgumentException("lianshu.attachment.s3.endpoint must be http(s)://host[:port],"
                        + " and needs lianshu.attachment.s3.access-key and .secret-key");
            }
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "S3[endpoint=" + endpoint + ", bucket=" + bucket + "]";
        }
    }
}
