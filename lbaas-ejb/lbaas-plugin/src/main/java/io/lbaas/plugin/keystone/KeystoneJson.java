package io.lbaas.plugin.keystone;

import io.lbaas.plugin.api.Tokens.Owner;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads Keystone's answers. What cannot be read is a {@link JsonException}. */
final class KeystoneJson {

    private KeystoneJson() {}

    static JsonObject token(String body) {
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

    static Owner owner(JsonObject token) {
        try {
            JsonObject project = token.getJsonObject("project");
            return new Owner(
                    token.getJsonObject("user").getString("id"),
                    project == null ? null : project.getString("id"),
                    token.containsKey("roles")
                            ? token.getJsonArray("roles").getValuesAs(JsonObject.class).stream()
                                    .map(role -> role.getString("name"))
                                    .collect(Collectors.toSet())
                            : Set.of(),
                    expiry(token));
        } catch (NullPointerException | ClassCastException e) {
            throw new JsonException("a token of another form", e);
        }
    }

    static Instant expiry(JsonObject token) {
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
