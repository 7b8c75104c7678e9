package io.lbaas.driver.http;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.net.http.HttpHeaders;

/**
 * What a device answered.
 *
 * @param status of HTTP, whichever
 * @param body {@link JsonValue#NULL} where there was none or it was not JSON
 */
public record JsonAnswer(int status, HttpHeaders headers, JsonValue body) {
    static JsonAnswer of(int status, HttpHeaders headers, byte[] bytes) {
        return new JsonAnswer(status, headers, parse(bytes));
    }

    private static JsonValue parse(byte[] bytes) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            return bytes.length == 0 ? JsonValue.NULL : reader.readValue();
        } catch (JsonException | IllegalStateException e) {
            return JsonValue.NULL;
        }
    }

    /** The body where it is an object, otherwise an empty one. */
    public JsonObject object() {
        return body instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    /** Whether the status says success. */
    public boolean successful() {
        return status / 100 == 2;
    }

    /** The status alone. */
    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
