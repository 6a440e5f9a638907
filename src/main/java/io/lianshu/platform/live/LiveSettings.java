package io.lianshu.platform.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings {@code lianshu.live.*}.
 *
 * @param initTimeout in which a WebSocket must say who it is
 * @param keepAlive after which the hub says something on a connection that is silent; a WebSocket from which nothing came for twice
 *     as long is closed
 * @param streams operations that run on one WebSocket at a time
 * @param message longest message that a client may send
 */
@ConfigurationProperties("lianshu.live")
record LiveSettings(
        @DefaultValue("10s") Duration initTimeout,
        @DefaultValue("20s") Duration keepAlive,
        @DefaultValue("20") int streams,
        @DefaultValue("256KB") DataSize message) {}
