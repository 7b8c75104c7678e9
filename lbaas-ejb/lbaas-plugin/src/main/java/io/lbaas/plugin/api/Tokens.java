package io.lbaas.plugin.api;

import jakarta.ejb.Local;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Keystone tokens and whose they are. Every method may throw {@link Fault}. */
@Local
public interface Tokens {

    /**
     * Whom a token was issued to.
     *
     * @param projectId the project that the token is good for; null where it has no project
     * @param roles by name, in that project
     * @param expiresAt when the token ceases to be good at the latest
     */
    record Owner(String user, String projectId, Set<String> roles, Instant expiresAt) {

        public Owner {
            roles = Set.copyOf(roles);
        }
    }

    /** Where a client gets a token; empty where there is no Keystone. */
    Optional<URI> issuer();

    /**
     * The owner of a token; nothing where Keystone does not know it any more. What Keystone said is believed for a
     * minute at most, and never longer than the token is good.
     *
     * @throws Fault UNAVAILABLE where Keystone cannot be asked
     */
    Optional<Owner> verify(String token);
}
