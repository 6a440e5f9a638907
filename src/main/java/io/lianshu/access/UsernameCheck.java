package io.lianshu.access;

import io.lianshu.platform.write.RowCheck;
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

    static boolean fits(String username) {
        return USERNAME.matcher(username).matches();
    }

    @Override
    public List<Oddity> check(Row row) {
        return row.nodes("Account").stream()
                .filter(account -> account.value("username") instanceof String username && !fits(username))
                .map(account -> new Oddity(
                        "BAD_USERNAME",
                        "Account.username",
                        "不是允许的用户名",
                        "is no user name",
                        "用 2 到 64 个小写英文字母、数字、点、连字符或下划线，以字母或数字开头",
                        "use 2 to 64 of a-z, 0-9, dot, hyphen and underscore, beginning with a letter or digit"))
                .toList();
    }
}
