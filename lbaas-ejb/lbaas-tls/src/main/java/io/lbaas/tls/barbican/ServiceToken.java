package io.lbaas.tls.barbican;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** A Keystone token of an agent's own account, renewed before it expires. */
public final class ServiceToken {

    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final int CREATED = 201;

    private final URI tokens;
    private final Account account;
    private final Duration timeout;
    private final HttpClient client;
    private Issued issued = new Issued("", Instant.MIN);

    /** Who asks; all by name. */
    public record Account(String user, String userDomain, String password, String project, String projectDomain) {

        /** Without the password. */
        @Override
        public String toString() {
            return "Account[" + user + "]";
        }
    }

    private record Issued(String token, Instant expires) {

        /** Without the token. */
        @Override
        public String toString() {
            return "Issued[until " + expires + "]";
        }
    }

    /** @param keystone with or without the version */
    public ServiceToken(URI keystone, Account account, Duration timeout) {
        tokens = URI.create(keystone.toString().replaceFirst("/+(v3/*)?$", "") + "/v3/auth/tokens");
        this.account = account;
        this.timeout = timeout;
        client = HttpClient.newHttpClient();
    }

    /**
     * A token that is good for some time yet.
     *
     * @throws IOException where Keystone gives none
     */
    public synchronized String get() throws IOException {
        if (Instant.now().plus(MARGIN).isAfter(issued.expires())) {
            issued = issue();
        }
        return issued.token();
    }

    private Issued issue() throws IOException {
        HttpRequest request = HttpRequest.newBuilder(tokens)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(credentials().toString()))
                .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != CREATED) {
                throw new IOException("Keystone answers with status " + response.statusCode());
            }
            String token = response.headers()
                    .firstValue("X-Subject-Token")
                    .orElseThrow(() -> new IOException("Keystone answers without a token"));
            return new Issued(token, expiry(response.body()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while Keystone was asked", e);
        }
    }

    private static Instant expiry(String body) throws IOException {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return Instant.parse(reader.readObject().getJsonObject("token").getString("expires_at"));
        } catch (JsonException | DateTimeException | NullPointerException | ClassCastException e) {
            throw new IOException("Keystone's answer is not understood", e);
        }
    }

    private JsonObject credentials() {
        JsonObjectBuilder user = Json.createObjectBuilder()
                .add("name", account.user())
                .add("password", account.password())
                .add("domain", Json.createObjectBuilder().add("name", account.userDomain()));
        JsonObjectBuilder project = Json.createObjectBuilder()
                .add("name", account.project())
                .add("domain", Json.createObjectBuilder().add("name", account.projectDomain()));
        JsonObjectBuilder identity = Json.createObjectBuilder()
                .add("methods", Json.createArrayBuilder().add("password"))
                .add("password", Json.createObjectBuilder().add("user", user));
        return Json.createObjectBuilder()
                .add(
                        "auth",
                        Json.createObjectBuilder()
                                .add("identity", identity)
                                .add("scope", Json.createObjectBuilder().add("project", project)))
                .build();
    }
}
