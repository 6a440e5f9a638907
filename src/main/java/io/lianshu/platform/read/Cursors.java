package io.lianshu.platform.read;

import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.scalar.ScalarForm;
import io.lianshu.platform.secret.Sealer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * Opaque places in an order: the order keys' values of a row, signed for the order and the viewer they were given for.
 * A cursor that was changed, or comes from another list or another viewer, is refused.
 */
final class Cursors {

    private static final char SEPARATOR = '\u001f';
    private static final String ABSENT = "\u0000";
    private static final int SIGNATURE = 22;

    private final Sealer sealer;

    Cursors(Sealer sealer) {
        this.sealer = sealer;
    }

    /**
     * Text for the row.
     *
     * @param context order and viewer
     * @param scalars form of each value
     */
    String encode(String context, List<String> scalars, Value values) {
        StringBuilder payload = new StringBuilder();
        for (int index = 0; index < scalars.size(); index++) {
            Object wire = values.get(index).isNull()
                    ? null
                    : ScalarForm.of(scalars.get(index)).toWire(values.get(index));
            payload.append(wire == null ? ABSENT : String.valueOf(wire)).append(SEPARATOR);
        }
        String text = payload.toString();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((sign(context, text) + text).getBytes(StandardCharsets.UTF_8));
    }

    /** The values as parameters, in the order of the keys. */
    List<@Nullable Object> decode(String context, String argument, List<String> scalars, String cursor) {
        String text;
        try {
            text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw bad(argument);
        }
        if (text.length() < SIGNATURE
                || !MessageDigest.isEqual(
                        text.substring(0, SIGNATURE).getBytes(StandardCharsets.UTF_8),
                        sign(context, text.substring(SIGNATURE)).getBytes(StandardCharsets.UTF_8))) {
            throw bad(argument);
        }
        String[] parts = text.substring(SIGNATURE).split(String.valueOf(SEPARATOR), -1);
        if (parts.length != scalars.size() + 1) {
            throw bad(argument);
        }
        List<@Nullable Object> result = new ArrayList<>();
        for (int index = 0; index < scalars.size(); index++) {
            ScalarForm form = ScalarForm.of(scalars.get(index));
            result.add(parts[index].equals(ABSENT) ? null : form.toGraph(form.parse(parts[index])));
        }
        return result;
    }

    private String sign(String context, String text) {
        return sealer.hash(context + SEPARATOR + text).substring(0, SIGNATURE);
    }

    private static Refusal bad(String argument) {
        return Refusal.badInput(
                "BAD_CURSOR",
                argument,
                argument + "：游标无效，或不属于此列表、此排序或此用户；请从第一页重新读取",
                argument + ": the cursor is not valid, or belongs to another list, order or viewer;"
                        + " read again from the first page");
    }
}
