package io.lianshu.attachment;

import io.lianshu.platform.graph.GraphReadiness;
import java.net.URI;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the room together. Only a hub that serves takes uploads and sweeps. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AttachmentSettings.class)
@ConditionalOnWebApplication
class AttachmentConfiguration {

    @Bean
    ObjectStore objectStore(AttachmentSettings settings, Clock clock) {
        URI endpoint = settings.attachment().s3().endpoint();
        return endpoint == null
                ? new FolderStore(settings.folder())
                : new S3Store(settings.attachment().s3(), endpoint, clock);
    }

    @Bean
    AttachmentIntake attachmentIntake(
            AttachmentSettings settings,
            ObjectStore store,
            AttachmentGraph graph,
            GraphReadiness readiness,
            Clock clock) {
        return new AttachmentIntake(settings, new Attachments(settings.attachment(), store, graph, clock), readiness);
    }

    @Bean
    AttachmentSweep attachmentSweep(
            AttachmentSettings settings, ObjectStore store, AttachmentGraph graph, Clock clock) {
        return new AttachmentSweep(settings, store, graph, clock);
    }
}
