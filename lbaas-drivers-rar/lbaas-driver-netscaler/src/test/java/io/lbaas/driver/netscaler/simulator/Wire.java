package io.lbaas.driver.netscaler.simulator;

import com.sun.net.httpserver.HttpExchange;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Understands both dialects: REST, and the one of the vendor's kits of old, whose changes all go to one address, in a
 * form or with the session in the body, and whose JSON has a comma too many now and then.
 */
final class Wire {
    static final String ROOT = "/nitro/v1/";
    private static final String FORM = "object=";
    private static final Set<String> NO_RESOURCE = Set.of("params", "sessionid", "onerror", "warning");
    private static final String TRAILING_COMMA = ",(?=\\s*[}\\]])(?=(?:[^\"\\\\]|\\\\.|\"(?:[^\"\\\\]|\\\\.)*\")*$)";

    private Wire() {}

    /**
     * A request as it came in.
     *
     * @param session the token it bears, null for none
     * @param statistics whether it asks for counters
     * @param credentials that it bears itself, null for none
     * @param text method, address and content
     */
    record Request(Command command, String session, boolean statistics, List<String> credentials, String text) {}

    static Request read(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        JsonObject body = body(text);
        String[] path =
                exchange.getRequestURI().getRawPath().substring(ROOT.length()).split("/", 3);
        Map<String, String> query = pairs(exchange.getRequestURI().getRawQuery(), "&", "=");
        JsonObject params = body.get("params") instanceof JsonObject given ? given : JsonValue.EMPTY_JSON_OBJECT;
        String resource = path.length > 1 && !path[1].isEmpty() ? decode(path[1]) : resource(body);
        JsonValue content = body.getOrDefault(resource, JsonValue.EMPTY_JSON_OBJECT);
        String onError = exchange.getRequestHeaders().getFirst("X-NITRO-ONERROR");
        Command command = new Command(
                exchange.getRequestMethod(),
                resource,
                path.length > 2 ? decode(path[2]) : null,
                pairs(query.get("args"), ",", ":"),
                pairs(query.get("filter"), ",", ":"),
                query,
                content instanceof JsonArray many
                        ? many.getValuesAs(JsonObject.class)
                        : List.of(content.asJsonObject()),
                content instanceof JsonArray,
                (onError == null ? params.getString("onerror", "exit") : onError).toLowerCase(Locale.ROOT),
                query.getOrDefault("action", params.getString("action", "")));
        String user = exchange.getRequestHeaders().getFirst("X-NITRO-USER");
        String password = exchange.getRequestHeaders().getFirst("X-NITRO-PASS");
        return new Request(
                command,
                body.getString("sessionid", cookie(exchange)),
                path[0].equals("stat"),
                user == null || password == null ? null : List.of(user, password),
                (exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + text).strip());
    }

    private static String resource(JsonObject body) {
        return body.keySet().stream()
                .filter(key -> !NO_RESOURCE.contains(key))
                .findFirst()
                .orElseThrow(() -> Refusal.of(400, 1095, "Required argument missing [resource]"));
    }

    private static JsonObject body(String text) {
        String json = text.startsWith(FORM) ? decode(text.substring(FORM.length())) : text;
        try (JsonReader reader = Json.createReader(new StringReader(json.replaceAll(TRAILING_COMMA, "")))) {
            return json.isBlank() ? JsonValue.EMPTY_JSON_OBJECT : reader.readObject();
        } catch (JsonException e) {
            throw Refusal.of(400, 1096, "Invalid POST request");
        }
    }

    private static String cookie(HttpExchange exchange) {
        String cookies = exchange.getRequestHeaders().getFirst("Cookie");
        Map<String, String> pairs = pairs(cookies, ";", "=");
        return decode(pairs.getOrDefault("NITRO_AUTH_TOKEN", pairs.get("sessionid")));
    }

    /** Values are taken apart before they are decoded, for they may hold what separates them. */
    private static Map<String, String> pairs(String text, String separator, String assignment) {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (text != null && !text.isEmpty()) {
            for (String pair : text.split(separator, -1)) {
                String[] parts = pair.strip().split(assignment, 2);
                boolean nested = parts[0].equals("args") || parts[0].equals("filter");
                String value = parts.length > 1 ? parts[1] : "";
                pairs.put(parts[0], nested ? value : decode(value));
            }
        }
        return pairs;
    }

    private static String decode(String text) {
        return text == null ? null : URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
