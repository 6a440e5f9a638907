package io.lianshu.platform.read;

import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.scalar.ScalarForm;
import io.lianshu.platform.secret.Sealer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * Opaque places in an order: the order keys' values of a row, signed for the order and the viewer they were given for,
 * and unreadable outside.
 * A cursor that was changed, or comes from another list or another viewer, is refused.
 */
final class Cursors {

    private static final char SEPARATOR = '\u001f';
    private static final String ABSENT = "\u0000";
    private static final int SIGNATURE = 22;
    private static final int BLOCK = 32;

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
        String signature = sign(context, text);
        ByteArrayOutputStream cursor = new ByteArrayOutputStream();
        cursor.writeBytes(signature.getBytes(StandardCharsets.US_ASCII));
        cursor.writeBytes(veiled(signature, text.getBytes(StandardCharsets.UTF_8)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.toByteArray());
    }

    /** The values as parameters, in the order of the keys. */
    List<@Nullable Object> decode(String context, String argument, List<String> scalars, String cursor) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw bad(argument);
        }
        if (bytes.length < SIGNATURE) {
            throw bad(argument);
        }
        String signature = new String(bytes, 0, SIGNATURE, StandardCharsets.ISO_8859_1);
        String text = new String(
                veiled(signature, Arrays.copyOfRange(bytes, SIGNATURE, bytes.length)), StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(
                signature.getBytes(StandardCharsets.ISO_8859_1),
                sign(context, text).getBytes(StandardCharsets.ISO_8859_1))) {
            throw bad(argument);
        }
        String[] parts = text.split(String.valueOf(SEPARATOR), -1);
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

    /**
     * The bytes under a key stream that the signature begins; applied twice it gives them back. Internal ids of
     * relations are among the values: they count up, and their gaps would tell how much was written in between.
     */
    private byte[] veiled(String signature, byte[] text) {
        byte[] result = text.clone();
        byte[] stream = new byte[0];
        for (int index = 0; index < text.length; index++) {
            int place = index % BLOCK;
            if (place == 0) {
                stream = Base64.getUrlDecoder()
                        .decode(sealer.hash("cursor" + SEPARATOR + signature + SEPARATOR + index));
            }
            result[index] ^= stream[place];
        }
        return result;
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
