package io.lbaas.keystone;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;

/** Reads Keystone's answers. What cannot be read is a {@link JsonException}. */
public final class KeystoneJson {

    private KeystoneJson() {}

    /** The token that an answer describes. */
    public static JsonObject token(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            JsonObject token = reader.readObject().getJsonObject("token");
            if (token == null) {
                throw unexpected();
            }
            return token;
        } catch (IllegalStateException | ClassCastException e) {
            throw new JsonException("not a token", e);
        }
    }

    /** Until when it is good. */
    public static Instant expiry(JsonObject token) {
        try {
            return Instant.parse(token.getString("expires_at"));
        } catch (NullPointerException | ClassCastException | DateTimeException e) {
            throw new JsonException("a token without expiry", e);
        }
    }

    static JsonException unexpected() {
        return new JsonException("no token");
    }
}
