package io.lianshu.access;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code lianshu.access.*}.
 *
 * @param accessLife how long an access token is good
 * @param refreshLife how long a session lasts, however often it is refreshed
 * @param refreshLeeway how long a refresh token may be sent again whose answer got lost
 * @param memory how long the hub may take to notice that roles, accounts or sessions have changed
 * @param attempts failed logins from one address after which an account is locked for that address
 * @param accountAttempts failed logins from anywhere after which it is locked for all
 * @param lock how long it is locked then
 * @param loginsAtOnce passwords that are examined at a time
 * @param loginsWaiting logins that wait for that; further ones are refused
 */
@ConfigurationProperties("lianshu.access")
record AccessSettings(
        @DefaultValue("10m") Duration accessLife,
        @DefaultValue("30d") Duration refreshLife,
        @DefaultValue("60s") Duration refreshLeeway,
        @DefaultValue("5s") Duration memory,
        @DefaultValue("5") int attempts,
        @DefaultValue("50") int accountAttempts,
        @DefaultValue("15m") Duration lock,
        @DefaultValue("2") int loginsAtOnce,
        @DefaultValue("32") int loginsWaiting,
        @DefaultValue Oidc oidc,
        @DefaultValue Wechat wechat) {

    /**
     * Another issuer whose tokens are taken too.
     *
     * @param issuer its address, exactly as its tokens name it in {@code iss}; none when absent
     * @param audience what its tokens must name in {@code aud}
     * @param keys where its public keys are; when absent its discovery document says so
     */
    record Oidc(
            @Nullable String issuer,
            @DefaultValue("lianshu") String audience,
            @Nullable URI keys) {}

    /**
     * Log in from a WeChat mini-program.
     *
     * @param appId of the mini-program; no such log-in when absent
     * @param secret of the mini-program
     * @param endpoint where a code is exchanged
     */
    record Wechat(
            @Nullable String appId,
            @Nullable String secret,

            @DefaultValue("https://api.weixin.qq.com/sns/jscode2session")
            URI endpoint,

            @DefaultValue("5s") Duration timeout) {

        @Override
        public String toString() {
            return "Wechat[appId=" + appId + "]";
        }
    }
}
