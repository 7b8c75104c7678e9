package io.lbaas.driver.http;

import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One call of a device's API.
 *
 * @param target path and query, percent-encoded
 * @param headers may hold credentials
 * @param body may hold secrets; empty for none
 */
public record JsonRequest(String method, String target, Map<String, String> headers, Optional<JsonValue> body) {
    public JsonRequest {
        headers = Map.copyOf(headers);
    }

    /** A call with neither headers nor a body. */
    public static JsonRequest of(String method, String target) {
        return new JsonRequest(method, target, Map.of(), Optional.empty());
    }

    /** A call with a body. */
    public static JsonRequest of(String method, String target, JsonValue body) {
        return new JsonRequest(method, target, Map.of(), Optional.of(body));
    }

    /** The same call with one header more. */
    public JsonRequest with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new JsonRequest(method, target, more, body);
    }

    /** Text as it may stand between the delimiters of a path or query (RFC 3986). */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }

    /** Method and path, nothing that may be secret. */
    @Override
    public String toString() {
        return method + " " + target.replaceFirst("\\?.*", "");
    }
}
