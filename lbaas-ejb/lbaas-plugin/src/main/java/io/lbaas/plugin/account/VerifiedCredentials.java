package io.lbaas.plugin.account;

import io.lbaas.plugin.api.Accounts.Account;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for a minute which credentials were good, so that a client that sends them with every request does not pay
 * for a slow hash each time. Passwords are kept as keyed digests whose key never leaves this object, so that the time it
 * takes to compare them says nothing.
 */
@ApplicationScoped
public class VerifiedCredentials {

    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final String DIGEST = "HmacSHA256";

    private record Verified(String digest, Account account, Instant until) {}

    private final Map<String, Verified> byName = new ConcurrentHashMap<>();
    private final SecretKeySpec key;
    private final InstantSource clock;

    public VerifiedCredentials() {
        this(InstantSource.system());
    }

    VerifiedCredentials(InstantSource clock) {
        this.clock = clock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, DIGEST);
    }

    /** The user of credentials that were good a moment ago. */
    public Optional<Account> find(String name, String password) {
        return Optional.ofNullable(byName.get(name))
                .filter(verified -> clock.instant().isBefore(verified.until()))
                .filter(verified -> verified.digest().equals(digest(name, password)))
                .map(Verified::account);
    }

    public void remember(Account account, String password) {
        byName.put(
                account.name(),
                new Verified(
                        digest(account.name(), password),
                        account,
                        clock.instant().plus(LIFE)));
    }

    public void forget(String name) {
        byName.remove(name);
    }

    private String digest(String name, String password) {
        try {
            Mac mac = Mac.getInstance(DIGEST);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal((name + '\0' + password).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
