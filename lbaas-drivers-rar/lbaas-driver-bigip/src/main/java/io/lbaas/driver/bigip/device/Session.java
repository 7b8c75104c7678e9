package io.lbaas.driver.bigip.device;

import io.lbaas.driver.bigip.declaration.Doc;
import io.lbaas.driver.http.JsonAnswer;
import io.lbaas.driver.http.JsonClient;
import io.lbaas.driver.http.JsonRequest;
import io.lbaas.driver.http.NoAnswerException;
import io.lbaas.driver.spi.FailureKind;
import jakarta.json.JsonObject;
import java.time.Instant;

/** Calls one device with a token, which it gets when it needs one and again when that has expired. */
public final class Session implements AutoCloseable {
    private static final String TOKEN = "X-F5-Auth-Token";
    private static final String LOGIN = "/mgmt/shared/authn/login";
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    private final JsonClient client;
    private final Login login;
    private String token;

    public Session(JsonClient client, Login login) {
        this.client = client;
        this.login = login;
    }

    /**
     * Who logs in.
     *
     * @param provider the device's name for who knows users
     */
    public record Login(String username, String password, String provider) {
        @Override
        public String toString() {
            return "Login";
        }
    }

    /**
     * Makes a call, whatever its answer.
     *
     * @throws DeviceException where there was none, or the device did not let us in
     */
    JsonAnswer call(JsonRequest request, Instant deadline) throws DeviceException {
        boolean fresh = token == null;
        if (fresh) {
            logIn(deadline);
        }
        JsonAnswer answer = send(request.with(TOKEN, token), deadline);
        if (answer.status() == UNAUTHORIZED && !fresh) {
            logIn(deadline);
            answer = send(request.with(TOKEN, token), deadline);
        }
        return answer;
    }

    /**
     * The body of an answer that is a success.
     *
     * @throws DeviceException where it is none
     */
    JsonObject get(String target, Instant deadline) throws DeviceException {
        return require(call(JsonRequest.of("GET", target), deadline));
    }

    static JsonObject require(JsonAnswer answer) throws DeviceException {
        if (!answer.successful()) {
            throw Complaint.of(answer).exception();
        }
        return answer.object();
    }

    private void logIn(Instant deadline) throws DeviceException {
        JsonObject body = Doc.object()
                .add("username", login.username())
                .add("password", login.password())
                .add("loginProviderName", login.provider())
                .build();
        JsonAnswer answer = send(JsonRequest.of("POST", LOGIN, body), deadline);
        if (answer.status() == UNAUTHORIZED) {
            throw new DeviceException(FailureKind.AUTH, "The device does not accept the user name and password");
        }
        if (answer.status() == BAD_REQUEST) {
            // It has given as many tokens as it may; some will be given back or expire.
            throw new DeviceException(
                    FailureKind.AUTH,
                    "The device lets nobody in: " + answer.object().getString("message", ""));
        }
        JsonObject given = require(answer).getJsonObject("token");
        if (given == null || given.getString("token", "").isEmpty()) {
            throw new DeviceException(FailureKind.AUTH, "The device gave no token");
        }
        token = given.getString("token");
    }

    private JsonAnswer send(JsonRequest request, Instant deadline) throws DeviceException {
        try {
            return client.call(request, deadline);
        } catch (NoAnswerException e) {
            boolean change =
                    request.method().equals("POST") && !request.target().equals(LOGIN);
            throw new DeviceException(e, change);
        }
    }

    /** Gives the token back, for a device has no more than a hundred for a user. */
    @Override
    public void close() {
        if (token == null) {
            return;
        }
        try {
            String target = "/mgmt/shared/authz/tokens/" + JsonRequest.encode(token);
            client.call(
                    JsonRequest.of("DELETE", target).with(TOKEN, token),
                    Instant.now().plusSeconds(2));
        } catch (NoAnswerException e) {
            // It expires by itself.
        } finally {
            token = null;
        }
    }
}
