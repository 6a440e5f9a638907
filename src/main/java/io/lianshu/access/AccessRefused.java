package io.lianshu.access;

import io.lianshu.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** Somebody who may not enter. What is wrong is said no more exactly than a stranger may know. */
final class AccessRefused extends Refusal {

    private AccessRefused(String code, Kind kind, @Nullable String field, String chinese, String english) {
        super(code, kind, field, chinese, english);
    }

    /** Wrong name, wrong password, locked and suspended are all the same to who asks. */
    static AccessRefused credentials() {
        return new AccessRefused(
                "BAD_CREDENTIALS",
                Kind.UNAUTHENTICATED,
                null,
                "用户名或密码不正确，或账号暂时不可用；多次失败后账号会锁定一段时间",
                "User name or password is wrong, or the account cannot be used now; it is locked for a while after several failures");
    }

    static AccessRefused mustChange() {
        return new AccessRefused(
                "PASSWORD_MUST_CHANGE",
                Kind.FORBIDDEN,
                "password",
                "请先修改初始密码：POST /auth/password，含 username、password、new_password",
                "Change the first password: POST /auth/password with username, password and new_password");
    }

    static AccessRefused password() {
        return new AccessRefused(
                "BAD_PASSWORD",
                Kind.BAD_REQUEST,
                "new_password",
                "新密码应为 10 到 128 个字符，至少 5 个不同的字符，不含用户名，且与原密码不同",
                "The new password must have 10 to 128 characters, 5 of them different, not contain the user name, and differ from"
                        + " the old one");
    }

    static AccessRefused firstPassword() {
        return new AccessRefused(
                "BAD_PASSWORD",
                Kind.BAD_REQUEST,
                "password",
                "密码应为 10 到 128 个字符，至少 5 个不同的字符，且不含用户名",
                "the password must have 10 to 128 characters, 5 of them different, and not contain the user name");
    }

    static AccessRefused tooMany() {
        return new AccessRefused(
                "TOO_MANY_LOGINS", Kind.TOO_MUCH, null, "登录请求过多，请稍后重试", "Too many logins at once; try again shortly");
    }

    static AccessRefused busy() {
        return new AccessRefused(
                "ACCESS_BUSY",
                Kind.UNAVAILABLE,
                null,
                "系统繁忙，请稍后重试",
                "The hub is busy finding out who asks; try again shortly");
    }

    static AccessRefused refreshToken() {
        return new AccessRefused(
                "BAD_REFRESH_TOKEN",
                Kind.UNAUTHENTICATED,
                "refresh_token",
                "刷新令牌无效或已失效，请重新登录",
                "The refresh token is not good, or not any more; log in again");
    }

    static AccessRefused token() {
        return new AccessRefused(
                "BAD_TOKEN",
                Kind.UNAUTHENTICATED,
                "Authorization",
                "令牌无效或已失效，请重新登录",
                "The token is not good, or not any more; log in again");
    }

    static AccessRefused expired() {
        return new AccessRefused(
                "TOKEN_EXPIRED",
                Kind.UNAUTHENTICATED,
                "Authorization",
                "令牌已过期，请用刷新令牌换取新令牌",
                "The token has expired; get a new one with the refresh token");
    }

    static AccessRefused input(String field, String chinese, String english) {
        return new AccessRefused(
                "BAD_PARAMETER", Kind.BAD_REQUEST, field, field + "：" + chinese, field + ": " + english);
    }

    static AccessRefused body() {
        return new AccessRefused(
                "BAD_BODY",
                Kind.BAD_REQUEST,
                null,
                "请求体应为至多 8 KB 的 JSON 对象或表单，含 username 与 password，或 refresh_token，或 wechat_code，值均为文本",
                "The body must be a JSON object or a form of at most 8 KB with username and password, or refresh_token, or"
                        + " wechat_code, each a text");
    }

    static AccessRefused mediaType() {
        return new AccessRefused(
                "UNSUPPORTED_MEDIA_TYPE",
                Kind.BAD_REQUEST,
                "Content-Type",
                "请求头 Content-Type 应为 application/json 或 application/x-www-form-urlencoded",
                "The header Content-Type must be application/json or application/x-www-form-urlencoded");
    }

    static AccessRefused origin() {
        return new AccessRefused(
                "FOREIGN_ORIGIN",
                Kind.FORBIDDEN,
                "Origin",
                "不接受其他网站的页面提交的表单，请改用 application/json",
                "Forms of other sites' pages are not taken; send application/json");
    }

    static AccessRefused slow(long seconds) {
        return new AccessRefused(
                "BODY_TOO_SLOW",
                Kind.BAD_REQUEST,
                null,
                "请求体未在" + seconds + "秒内到齐，请重试",
                "The body did not arrive within " + seconds + " seconds; send it again");
    }

    static AccessRefused wechatOff() {
        return new AccessRefused(
                "WECHAT_NOT_CONFIGURED",
                Kind.BAD_REQUEST,
                "wechat_code",
                "本系统未启用微信登录，请用用户名和密码登录",
                "This hub takes no WeChat log-in; use user name and password");
    }

    static AccessRefused wechatCode() {
        return new AccessRefused(
                "BAD_WECHAT_CODE",
                Kind.UNAUTHENTICATED,
                "wechat_code",
                "微信登录凭证无效或已使用，请重新调用 wx.login",
                "WeChat does not know this code, or it was used already; call wx.login again");
    }

    static AccessRefused wechatUnknown() {
        return new AccessRefused(
                "WECHAT_NOT_LINKED",
                Kind.UNAUTHENTICATED,
                "wechat_code",
                "此微信尚未绑定账号，请用用户名、密码和 wechat_code 一起登录一次",
                "This WeChat user has no account yet; log in once with username, password and wechat_code together");
    }

    static AccessRefused wechatGone() {
        return new AccessRefused(
                "WECHAT_UNAVAILABLE",
                Kind.UNAVAILABLE,
                null,
                "微信服务暂时无响应，请稍后重试",
                "WeChat does not answer; try again shortly");
    }
}
