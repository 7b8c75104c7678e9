package io.lbaas.driver.netscaler.simulator;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who is logged in, and for how long without a request. */
final class Sessions {
    private static final int EXPIRED = 444;
    private static final int DEFAULT_SECONDS = 1800;
    private final Map<String, Instant> endings = new ConcurrentHashMap<>();
    private final Map<String, Duration> lengths = new ConcurrentHashMap<>();
    private volatile String userName;
    private volatile String password;
    private volatile int code = EXPIRED;

    Sessions(String userName, String password) {
        this.userName = userName;
        this.password = password;
    }

    void account(String newUserName, String newPassword) {
        userName = newUserName;
        password = newPassword;
    }

    JsonObject login(JsonObject login) {
        check(List.of(login.getString("username", ""), login.getString("password", "")));
        String token = "##" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
        lengths.put(token, Duration.ofSeconds(login.getInt("timeout", DEFAULT_SECONDS)));
        touch(token);
        return Json.createObjectBuilder(Refusal.done()).add("sessionid", token).build();
    }

    private void check(List<String> credentials) {
        if (!credentials.equals(List.of(userName, password))) {
            throw Refusal.wrongPassword();
        }
    }

    private void touch(String token) {
        endings.put(token, Instant.now().plus(lengths.get(token)));
    }

    void require(Wire.Request request) {
        if (request.credentials() != null) {
            check(request.credentials());
            return;
        }
        Instant end = request.session() == null ? null : endings.get(request.session());
        if (end == null || Instant.now().isAfter(end)) {
            throw Refusal.expired(code);
        }
        touch(request.session());
    }

    void logout(String token) {
        if (token != null) {
            endings.remove(token);
        }
    }

    int open() {
        return endings.size();
    }

    /** Ends all sessions; requests in them are told this code. */
    void expire(int newCode) {
        code = newCode;
        endings.clear();
    }
}
