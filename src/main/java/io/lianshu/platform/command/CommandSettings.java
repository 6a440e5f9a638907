package io.lianshu.platform.command;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code lianshu.command.*}.
 *
 * @param atOnce commands that run at a time
 * @param waiting commands that wait for one of these; further ones are refused
 * @param timeout after which the database ends a command's transaction
 */
@ConfigurationProperties("lianshu.command")
record CommandSettings(
        @DefaultValue("8") int atOnce,
        @DefaultValue("200") int waiting,
        @DefaultValue("15s") Duration timeout) {}
