package io.lbaas.driver.bigip.declaration;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;

/** SHA-256 of what an application is, whatever the order of its properties. */
final class Digest {
    /**
     * Left out: the state holds the digest itself, and a key says nothing that its certificate does not, while a device
     * may give keys back in another form.
     */
    private static final Set<String> OMITTED = Set.of(Names.STATE, "privateKey");

    private Digest() {}

    static String of(JsonObject application) {
        StringBuilder text = new StringBuilder();
        write(application, text);
        return of(text.toString());
    }

    static String of(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static void write(JsonValue value, StringBuilder text) {
        if (value instanceof JsonObject object) {
            text.append('{');
            new TreeMap<>(object).forEach((key, part) -> {
                if (!OMITTED.contains(key)) {
                    text.append(key).append(':');
                    write(part, text);
                    text.append(',');
                }
            });
            text.append('}');
        } else if (value instanceof JsonArray array) {
            text.append('[');
            array.forEach(part -> {
                write(part, text);
                text.append(',');
            });
            text.append(']');
        } else {
            text.append(value);
        }
    }
}
