package io.lbaas.driver.bigip.device;

import io.lbaas.driver.bigip.declaration.Names;
import io.lbaas.driver.http.JsonAnswer;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.model.ObjectRef;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the device says when it says no.
 *
 * @param errors what is wrong, most of them with the path of an object before
 */
record Complaint(int code, String message, List<String> errors) {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int UNAVAILABLE = 503;
    private static final int SERVER_ERRORS = 500;
    private static final int MAX_WORDS = 1000;

    /** Keys stand in declarations, and a device may repeat these. */
    private static final String PEM = "(?s)-----BEGIN .*?(-----END [^-]*-----|$)";

    private static final Map<Integer, FailureKind> KINDS = Map.of(
            UNAUTHORIZED,
            FailureKind.AUTH,
            FORBIDDEN,
            FailureKind.AUTH,
            UNAVAILABLE,
            FailureKind.BUSY,
            400,
            FailureKind.INVALID,
            // The API is not there as long as its process starts.
            404,
            FailureKind.TRANSIENT,
            422,
            FailureKind.DEVICE_REFUSED);

    /** What an answer that is no success says. */
    static Complaint of(JsonAnswer answer) {
        return of(answer.status(), answer.object());
    }

    /** What an answer or the result of a task says. */
    static Complaint of(int code, JsonObject body) {
        JsonValue errors = body.getOrDefault("errors", JsonValue.EMPTY_JSON_ARRAY);
        List<String> texts = errors instanceof JsonArray array
                ? array.stream().map(Complaint::text).toList()
                : List.of(text(errors));
        String response = body.containsKey("response") ? text(body.get("response")) : "";
        return new Complaint(
                code,
                body.getString("message", "HTTP " + code),
                Stream.concat(texts.stream(), Stream.of(response))
                        .filter(text -> !text.isBlank())
                        .toList());
    }

    /** The vendor's words, without what may be secret. */
    String words() {
        String all = Stream.concat(Stream.of(message), errors.stream())
                .collect(Collectors.joining("; "))
                .replaceAll(PEM, "(PEM)");
        return all.length() > MAX_WORDS ? all.substring(0, MAX_WORDS) : all;
    }

    FailureKind kind() {
        FailureKind known = KINDS.get(code);
        if (known != null) {
            return known;
        }
        return code >= SERVER_ERRORS ? FailureKind.TRANSIENT : FailureKind.DEVICE_REFUSED;
    }

    /** The objects of ours that errors name, with the words for each. */
    Map<ObjectRef, String> blamed() {
        Map<ObjectRef, String> blamed = new LinkedHashMap<>();
        errors.forEach(error -> Names.object(error)
                .ifPresent(object ->
                        blamed.merge(object, error.replaceAll(PEM, "(PEM)"), (one, two) -> one + "; " + two)));
        return blamed;
    }

    DeviceException exception() {
        return new DeviceException(kind(), Integer.toString(code), words(), blamed());
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
