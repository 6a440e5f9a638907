package io.lianshu.notify;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Of the settings {@code lianshu.access.wechat.*} those that name the mini-program, whose users are known by their log-in.
 *
 * @param appId the mini-program at WeChat
 * @param secret with which a server speaks for it
 */
@ConfigurationProperties("lianshu.access.wechat")
record ProgramSettings(
        @DefaultValue("") String appId, @DefaultValue("") String secret) {

    boolean isThere() {
        return !appId.isBlank() && !secret.isBlank();
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "ProgramSettings[" + appId + "]";
    }
}
