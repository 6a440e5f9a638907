package io.lianshu.access;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says who they are.
 *
 * @param address where the request comes from, as far as it tells callers apart
 */
record Proof(String username, String password, String address) {

    private static final int HOUSEHOLD_BYTES = 8;
    private static final int LONGEST = 64;
    private static final String LITERAL = "\\[?[0-9a-fA-F.]*:[0-9a-fA-F:.]*(%.*)?]?";

    static Proof of(String username, String password, @Nullable InetSocketAddress from) {
        return new Proof(username, password, from == null ? "" : place(from));
    }

    /** Of IPv6 the half that one household has; the other it may choose anew for each request. */
    private static String place(InetSocketAddress from) {
        String host = from.getAddress() == null
                ? from.getHostString()
                : from.getAddress().getHostAddress();
        if (!host.matches(LITERAL)) {
            return host.substring(0, Math.min(host.length(), LONGEST));
        }
        try {
            // What is written so is an address or nothing: no name is looked up.
            byte[] bytes =
                    InetAddress.getByName(host.replaceAll("[\\[\\]]|%.*", "")).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, HOUSEHOLD_BYTES));
        } catch (UnknownHostException e) {
            return "";
        }
    }

    @Override
    public String toString() {
        return "Proof[username=" + username + "]";
    }
}
