package io.lbaas.driver.bigip.simulator;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who may come in. A user has no more than a hundred tokens. */
final class Tokens {
    private static final int LIMIT = 100;

    private final Set<String> valid = ConcurrentHashMap.newKeySet();
    private volatile String username = "admin";
    private volatile String password = "secret";

    void credentials(String name, String secret) {
        username = name;
        password = secret;
    }

    /** Whether the user has as many tokens as there may be. */
    boolean exhausted() {
        return valid.size() >= LIMIT;
    }

    /** A new token, or nothing for the wrong password. */
    Optional<String> logIn(String name, String secret) {
        if (!name.equals(username) || !secret.equals(password)) {
            return Optional.empty();
        }
        String token = UUID.randomUUID().toString();
        valid.add(token);
        return Optional.of(token);
    }

    void exhaust() {
        while (!exhausted()) {
            valid.add(UUID.randomUUID().toString());
        }
    }

    boolean allows(Headers headers) {
        String token = headers.getFirst("X-F5-Auth-Token");
        String basic = "Basic "
                + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
        return token != null ? valid.contains(token) : basic.equals(headers.getFirst("Authorization"));
    }

    void giveBack(String token) {
        valid.remove(token);
    }

    void expire() {
        valid.clear();
    }

    int count() {
        return valid.size();
    }
}
