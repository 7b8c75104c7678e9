package io.lbaas.test.harness;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Sets up projects and users in a Keystone, and issues tokens. */
public final class KeystoneAdmin {
    private static final String DOMAIN = "Default";

    private final String root;
    private final String token;

    KeystoneAdmin(String url, String password) {
        root = url + "/v3/";
        token = token(Keystone.ADMIN, password, Keystone.ADMIN);
    }

    /** A new token of a user for a project. */
    public String token(String user, String password, String project) {
        JsonObject domain = Json.createObjectBuilder().add("name", DOMAIN).build();
        JsonObjectBuilder identity = Json.createObjectBuilder()
                .add("methods", Json.createArrayBuilder().add("password"))
                .add(
                        "password",
                        Json.createObjectBuilder()
                                .add(
                                        "user",
                                        Json.createObjectBuilder()
                                                .add("name", user)
                                                .add("domain", domain)
                                                .add("password", password)));
        JsonObjectBuilder scope = Json.createObjectBuilder()
                .add("project", Json.createObjectBuilder().add("name", project).add("domain", domain));
        JsonObject body = Json.createObjectBuilder()
                .add(
                        "auth",
                        Json.createObjectBuilder().add("identity", identity).add("scope", scope))
                .build();
        return send("POST", "auth/tokens", body, Map.of())
                .headers()
                .firstValue("X-Subject-Token")
                .orElseThrow();
    }

    /** Adds a project and returns its id. */
    public String project(String name) {
        return add("projects", "project", Json.createObjectBuilder().add("name", name));
    }

    /** Adds a user with a role in a project. */
    public void user(String name, String password, String projectId, String role) {
        String user = add(
                "users", "user", Json.createObjectBuilder().add("name", name).add("password", password));
        String roleId = object(send("GET", "roles?name=" + role, null, admin()))
                .getJsonArray("roles")
                .getJsonObject(0)
                .getString("id");
        send("PUT", "projects/" + projectId + "/users/" + user + "/roles/" + roleId, null, admin());
    }

    public void revoke(String subject) {
        send("DELETE", "auth/tokens", null, Map.of("X-Auth-Token", token, "X-Subject-Token", subject));
    }

    private String add(String collection, String singular, JsonObjectBuilder attributes) {
        JsonObject body = Json.createObjectBuilder().add(singular, attributes).build();
        return object(send("POST", collection, body, admin()))
                .getJsonObject(singular)
                .getString("id");
    }

    private Map<String, String> admin() {
        return Map.of("X-Auth-Token", token);
    }

    private static JsonObject object(HttpResponse<String> response) {
        return Json.createReader(new StringReader(response.body())).readObject();
    }

    private HttpResponse<String> send(String method, String path, JsonObject body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        headers.forEach(request::header);
        // Its development server closes every connection without a word, so none may be used again.
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + ": " + response.body());
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
