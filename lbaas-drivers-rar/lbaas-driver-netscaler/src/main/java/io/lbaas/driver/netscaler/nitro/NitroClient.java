package io.lbaas.driver.netscaler.nitro;

import io.lbaas.driver.http.JsonAnswer;
import io.lbaas.driver.http.JsonClient;
import io.lbaas.driver.http.JsonRequest;
import io.lbaas.driver.http.NoAnswerException;
import io.lbaas.driver.spi.FailureKind;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A session with one NetScaler. It logs in before the first call and once more when the session has ended, so that
 * callers see neither. Not for more than one thread at a time.
 */
public final class NitroClient {
    private static final String TOKEN = "NITRO_AUTH_TOKEN";
    private static final Duration SESSION = Duration.ofMinutes(15);
    private static final Set<Integer> DONE = Set.of(200, 201, 204, 209);

    /** Where secrets are sent, which refusals may repeat in brackets. */
    private static final Set<String> SECRETS = Set.of(Target.config("login"), Target.config("systemfile"));

    private final JsonClient http;
    private final String userName;
    private final String password;
    private String session;

    public NitroClient(JsonClient http, String userName, String password) {
        this.http = http;
        this.userName = userName;
        this.password = password;
    }

    /** Reads a target. */
    public JsonObject get(String target, Instant deadline) throws NitroException {
        return call(JsonRequest.of("GET", target), deadline);
    }

    /** Reads the objects of a resource; none where there is no such thing. */
    public List<JsonObject> list(String resource, String target, Instant deadline) throws NitroException {
        try {
            JsonValue found = get(target, deadline).get(resource);
            return found instanceof JsonObject one ? List.of(one) : objects(found);
        } catch (NitroException e) {
            if (e.absent()) {
                return List.of();
            }
            throw e;
        }
    }

    /** Sends what has a body: what a resource shall be, or several in an array. */
    public void send(String method, String target, String resource, JsonValue content, Instant deadline)
            throws NitroException {
        JsonObject body = Json.createObjectBuilder().add(resource, content).build();
        JsonRequest request = JsonRequest.of(method, target, body);
        // All of several or none.
        call(
                content.getValueType() == JsonValue.ValueType.ARRAY
                        ? request.with("X-NITRO-ONERROR", "rollback")
                        : request,
                deadline);
    }

    public void delete(String target, Instant deadline) throws NitroException {
        call(JsonRequest.of("DELETE", target), deadline);
    }

    /** Ends the session, if there is one. */
    public void logout(Instant deadline) throws NitroException {
        if (session != null) {
            JsonObject body = Json.createObjectBuilder()
                    .add("logout", JsonValue.EMPTY_JSON_OBJECT)
                    .build();
            exchange(JsonRequest.of("POST", Target.config("logout"), body), deadline);
            session = null;
        }
    }

    private JsonObject call(JsonRequest request, Instant deadline) throws NitroException {
        if (session == null) {
            login(deadline);
        }
        JsonAnswer answer = exchange(request, deadline);
        if (answer.status() == 401 || NitroError.means(code(answer.object()), NitroError.Meaning.SESSION_OVER)) {
            login(deadline);
            answer = exchange(request, deadline);
        }
        return checked(request, answer);
    }

    private void login(Instant deadline) throws NitroException {
        session = null;
        JsonObject login = Json.createObjectBuilder()
                .add("username", userName)
                .add("password", password)
                .add("timeout", SESSION.toSeconds())
                .build();
        JsonRequest request = JsonRequest.of(
                "POST",
                Target.config("login"),
                Json.createObjectBuilder().add("login", login).build());
        try {
            session = checked(request, exchange(request, deadline)).getString("sessionid", null);
        } catch (NitroException e) {
            // Whatever became of the login, nothing of what we were asked for was sent.
            throw e.kind() == FailureKind.TIMEOUT_UNKNOWN
                    ? new NitroException(FailureKind.UNREACHABLE, 0, e.getMessage(), e)
                    : e;
        }
        if (session == null) {
            throw new NitroException(FailureKind.DEVICE_REFUSED, 0, "NetScaler gave no session", null);
        }
    }

    private JsonAnswer exchange(JsonRequest request, Instant deadline) throws NitroException {
        try {
            return http.call(
                    session == null ? request : request.with("Cookie", TOKEN + "=" + JsonRequest.encode(session)),
                    deadline);
        } catch (NoAnswerException e) {
            boolean harmless = request.method().equals("GET") && e.sent();
            throw new NitroException(harmless ? FailureKind.UNREACHABLE : e.kind(), 0, e.getMessage(), e);
        }
    }

    private static JsonObject checked(JsonRequest request, JsonAnswer answer) throws NitroException {
        JsonObject body = answer.object();
        boolean good = code(body) == 0 || !"ERROR".equals(body.getString("severity", "ERROR"));
        if ((DONE.contains(answer.status()) && good)
                || NitroError.means(code(body), NitroError.Meaning.DONE_ON_PRIMARY)) {
            return body;
        }
        JsonObject failed = firstFailure(body);
        String words = failed.getString("message", "HTTP status " + answer.status());
        if (SECRETS.contains(request.target())) {
            words = words.replaceFirst(" *\\[.*", "");
        }
        FailureKind kind = NitroError.kind(code(failed), answer.status());
        throw new NitroException(kind, code(failed), request + ": " + words, null);
    }

    private static int code(JsonObject body) {
        return body.getInt("errorcode", 0);
    }

    /** What was wrong with one of several, which is more than that something was. */
    private static JsonObject firstFailure(JsonObject body) {
        return objects(body.get("response")).stream()
                .filter(each -> code(each) != 0)
                .findFirst()
                .orElse(body);
    }

    private static List<JsonObject> objects(JsonValue value) {
        return value instanceof JsonArray array ? array.getValuesAs(JsonObject.class) : List.of();
    }
}
