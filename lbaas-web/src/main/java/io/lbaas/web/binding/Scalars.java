package io.lbaas.web.binding;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Simple values. Clients of the reference implementation send numbers and booleans as text, so text is read as such.
 * Every method refuses what it cannot read with an {@link IllegalArgumentException} whose message is for the client.
 */
public final class Scalars {

    private static final Pattern UUID_FORMAT = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern DECIMAL_FORMAT = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
    private static final Set<String> TRUE = Set.of("true", "t", "yes", "y", "on", "1");
    private static final Set<String> FALSE = Set.of("false", "f", "no", "n", "off", "0");

    private Scalars() {}

    static String text(JsonValue given) {
        if (given instanceof JsonString text) {
            return requireStorable(text.getString());
        }
        throw new IllegalArgumentException("Value should be string");
    }

    static Integer integer(JsonValue given) {
        try {
            if (given instanceof JsonNumber number) {
                return number.bigDecimalValue().intValueExact();
            }
            return Integer.valueOf(text(given).strip());
        } catch (ArithmeticException | IllegalArgumentException | UnsupportedOperationException e) {
            throw new IllegalArgumentException(
                    "Value should be an integer from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE, e);
        }
    }

    static BigDecimal decimal(JsonValue given) {
        String digits = given instanceof JsonNumber ? given.toString() : text(given);
        if (DECIMAL_FORMAT.matcher(digits).matches()) {
            return new BigDecimal(digits);
        }
        throw new IllegalArgumentException("Value should be a number");
    }

    static Boolean flag(JsonValue given) {
        if (given == JsonValue.TRUE || given == JsonValue.FALSE) {
            return given == JsonValue.TRUE;
        }
        return flag(Display.text(given));
    }

    /** A truth value as text, in any of the spellings that the reference implementation knows. */
    public static Boolean flag(String given) {
        String word = given.strip().toLowerCase(Locale.ROOT);
        if (TRUE.contains(word) || FALSE.contains(word)) {
            return TRUE.contains(word);
        }
        throw new IllegalArgumentException("Value not an unambiguous boolean: " + given);
    }

    static UUID uuid(JsonValue given) {
        return uuid(given instanceof JsonString text ? text.getString() : "");
    }

    /** A UUID in its canonical form of 36 characters. */
    public static UUID uuid(String given) {
        if (UUID_FORMAT.matcher(given).matches()) {
            return UUID.fromString(given);
        }
        throw new IllegalArgumentException("Value should be UUID format");
    }

    static Object constant(Class<?> type, JsonValue given) {
        Object[] constants = type.getEnumConstants();
        String name = given instanceof JsonString text ? text.getString() : "";
        return Arrays.stream(constants)
                .filter(constant -> constant.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Value should be one of: "
                        + Arrays.stream(constants).map(Object::toString).collect(Collectors.joining(", "))));
    }

    /** Text that every part of the system can keep: no U+0000, no half of a surrogate pair. */
    public static String requireStorable(String text) {
        if (text.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
            throw new IllegalArgumentException("Value should be valid Unicode text without NUL characters");
        }
        return text;
    }
}
