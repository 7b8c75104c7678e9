package io.lbaas.plugin.keystone;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lbaas.keystone.SingleFlight;
import io.lbaas.plugin.api.Tokens.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Tokens that Keystone called good a moment ago, known by their digest alone. Only good ones are kept; a token that was
 * revoked works on for no more than the minute that it is remembered.
 */
@ApplicationScoped
public class ValidTokens {

    static final int MOST = 10_000;
    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,8192}");

    private record Known(Owner owner, Instant until) {}

    private final ConcurrentMap<String, Known> byDigest = new ConcurrentHashMap<>();
    private final SingleFlight<String, Optional<Owner>> questions = new SingleFlight<>();
    private final Function<String, Optional<Owner>> keystone;
    private final InstantSource clock;

    /** For the container's proxy. */
    protected ValidTokens() {
        this(null, null);
    }

    @Inject
    public ValidTokens(TokenValidation keystone) {
        this(keystone::ask, InstantSource.system());
    }

    ValidTokens(Function<String, Optional<Owner>> keystone, InstantSource clock) {
        this.keystone = keystone;
        this.clock = clock;
    }

    /**
     * The owner of a token, nothing where it is not good.
     *
     * @throws io.lbaas.plugin.api.Fault UNAVAILABLE where Keystone has to be asked and cannot
     */
    public Optional<Owner> owner(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        String digest = digest(token);
        Known known = byDigest.get(digest);
        return known != null && clock.instant().isBefore(known.until())
                ? Optional.of(known.owner())
                : questions.call(digest, () -> ask(token, digest));
    }

    private Optional<Owner> ask(String token, String digest) {
        Instant now = clock.instant();
        Optional<Owner> owner = keystone.apply(token).filter(found -> now.isBefore(found.expiresAt()));
        makeRoom(now);
        owner.ifPresentOrElse(
                found -> byDigest.put(digest, new Known(found, earlier(now.plus(LIFE), found.expiresAt()))),
                () -> byDigest.remove(digest));
        return owner;
    }

    private void makeRoom(Instant now) {
        if (byDigest.size() >= MOST) {
            byDigest.values().removeIf(known -> !now.isBefore(known.until()));
        }
        if (byDigest.size() >= MOST) {
            byDigest.clear();
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static String digest(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
