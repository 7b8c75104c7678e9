package io.lbaas.web.binding;

import io.lbaas.plugin.api.Fault;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Set;

/** Refused values as messages show them: never a secret, and never at length. */
public final class Display {

    private static final Set<String> SECRET = Set.of("password", "settings", "credentials", "pem", "pkcs12");
    private static final int LONGEST = 255;

    private Display() {}

    /** The refusal of a field's value. */
    public static Fault invalidField(String field, Object value, String reason) {
        return Fault.invalidField(field, SECRET.contains(field) ? "***" : text(value), reason);
    }

    /** A value as text: null is None as in the reference implementation. */
    static String text(Object value) {
        if (value == null || value == JsonValue.NULL) {
            return "None";
        }
        String text = value instanceof JsonString string ? string.getString() : value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
