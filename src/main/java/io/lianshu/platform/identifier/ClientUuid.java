package io.lianshu.platform.identifier;

import java.util.regex.Pattern;

/** A UUID that a client made for an act or for a thing it recorded, in its usual form of 36 characters. */
public final class ClientUuid {

    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private ClientUuid() {}

    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }
}
