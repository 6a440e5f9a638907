package io.lianshu.access;

import io.lianshu.platform.write.RowCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * User names are of letters, digits and three signs of ASCII, in lower case, so that no two look alike: no Cyrillic а, no
 * full-width ａ.
 */
@Component
class UsernameCheck implements RowCheck {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");

    /** OpenID Connect Core, section 2: at most 255 characters of ASCII. */
    private static final Pattern SUBJECT = Pattern.compile("[!-~]{1,255}");

    static boolean fits(String username) {
        return USERNAME.matcher(username).matches();
    }

    @Override
    public List<Oddity> check(Row row) {
        List<Oddity> odd = new ArrayList<>();
        for (RowNode account : row.nodes("Account")) {
            if (account.value("username") instanceof String username && !fits(username)) {
                odd.add(new Oddity(
                        "BAD_USERNAME",
                        "Account.username",
                        "不是允许的用户名",
                        "is no user name",
                        "用 2 到 64 个小写英文字母、数字、点、连字符或下划线，以字母或数字开头",
                        "use 2 to 64 of a-z, 0-9, dot, hyphen and underscore, beginning with a letter or digit"));
            }
            if (account.value("externalSubject") instanceof String subject
                    && !SUBJECT.matcher(subject).matches()) {
                odd.add(new Oddity(
                        "BAD_SUBJECT",
                        "Account.externalSubject",
                        "不是令牌中 sub 的写法",
                        "is nothing that a token has as sub",
                        "填 1 到 255 个可见的英文字符，不含空格",
                        "use 1 to 255 visible characters of ASCII without blanks"));
            }
        }
        return odd;
    }
}
