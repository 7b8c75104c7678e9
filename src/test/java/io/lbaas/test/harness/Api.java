package io.lbaas.test.harness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client of the API that knows nothing but HTTP and JSON. */
public final class Api {
    private static final Pattern NETRC = Pattern.compile("login (?<login>\\S+)\\s+password (?<password>\\S+)");
    private static final Duration SETTLE_LIMIT = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String root;
    private final Map<String, String> credentials;

    /** What a file as curl reads it says. */
    record Credentials(String login, String password) {}

    static Credentials netrc(Path file) {
        try {
            Matcher matcher = NETRC.matcher(Files.readString(file));
            if (!matcher.find()) {
                throw new IllegalStateException("No credentials in " + file);
            }
            return new Credentials(matcher.group("login"), matcher.group("password"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A client with the credentials of a file as curl reads it. */
    public static Api withNetrc(int port, Path file) {
        Credentials found = netrc(file);
        return withPassword(port, found.login(), found.password());
    }

    /** A client with the credentials of an account. */
    public static Api withPassword(int port, String user, String password) {
        String pair = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        return new Api(port, Map.of("Authorization", "Basic " + pair));
    }

    /** A client with a Keystone token. */
    public static Api withToken(int port, String token) {
        return new Api(port, Map.of("X-Auth-Token", token));
    }

    /** A client with a token of an OpenID Connect provider. */
    public static Api withBearer(int port, String token) {
        return new Api(port, Map.of("Authorization", "Bearer " + token));
    }

    /** A client without credentials. */
    public static Api anonymous(int port) {
        return new Api(port, Map.of());
    }

    private Api(int port, Map<String, String> credentials) {
        root = "http://127.0.0.1:" + port;
        this.credentials = credentials;
    }

    /** An answer of the server. */
    public record Answer(int status, Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of(""))
                    .get(0);
        }

        public JsonObject json() {
            try (var reader = Json.createReader(new StringReader(body))) {
                return reader.readObject();
            }
        }
    }

    /** Sends a request, with a JSON body where one is given. */
    public Answer send(String method, String path, String body) {
        return send(method, path, body, Map.of());
    }

    /** Sends a request with more headers. */
    public Answer send(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        credentials.forEach(request::header);
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The id of the subnet of VIPs that a new server has; tests may have added others. */
    public String subnet() {
        return send("GET", "/admin/v1/vip-subnets", null)
                .json()
                .getJsonArray("vip_subnets")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(subnet -> subnet.getString("name").equals("loopback"))
                .findFirst()
                .orElseThrow()
                .getString("id");
    }

    /** Creates an object in a collection of {@code /v2/lbaas} and returns it as answered. */
    public JsonObject create(String collection, String root, JsonObjectBuilder attributes) {
        String body = Json.createObjectBuilder().add(root, attributes).build().toString();
        Answer answer = send("POST", "/v2/lbaas/" + collection, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().getJsonObject(root);
    }

    public JsonObject show(String path, String root) {
        Answer answer = send("GET", "/v2/lbaas/" + path, null);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().getJsonObject(root);
    }

    /** Waits until the object has that provisioning status and returns it. */
    public JsonObject awaitStatus(String path, String root, String status) {
        return await().atMost(SETTLE_LIMIT)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> show(path, root), object -> status.equals(object.getString("provisioning_status")));
    }

    public void delete(String path) {
        Answer answer = send("DELETE", "/v2/lbaas/" + path, null);
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    /** Waits until there is no such object any more. */
    public void awaitGone(String path) {
        await().atMost(SETTLE_LIMIT)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> send("GET", "/v2/lbaas/" + path, null).status() == 404);
    }

    /** Whether the path is answered with 200; no credentials are sent. */
    static boolean answers(int port, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
