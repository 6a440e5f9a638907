package io.lianshu.platform.identifier;

import java.util.regex.Pattern;

/** E-mail addresses as offices give them: one, of ASCII, without a display name, quotes or comments (of RFC 5321 a part). */
public final class EmailAddress {

    private static final int LONGEST = 254;
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern FORM = Pattern.compile(
            "(?=[^@]{1,64}@)[A-Za-z0-9_%+-]+(?:\\.[A-Za-z0-9_%+-]+)*@" + LABEL + "(?:\\." + LABEL + ")+");

    private EmailAddress() {}

    public static boolean isValid(String address) {
        return address.length() <= LONGEST && FORM.matcher(address).matches();
    }

    /** What follows the sign @ of a valid address. */
    public static String domain(String address) {
        return address.substring(address.indexOf('@') + 1);
    }
}
