package io.lbaas.web.security;

import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import java.util.Optional;

/** One of the ways in which a request may say who sends it. */
interface Scheme {

    /** Whether this scheme is switched on and the request uses it. */
    boolean isUsedBy(HttpMessageContext message);

    /**
     * The sender, nothing where the credentials are not good.
     *
     * @throws io.lbaas.plugin.api.Fault UNAVAILABLE where that cannot be found out
     */
    Optional<Identity> sender(HttpMessageContext message);

    /** What {@code WWW-Authenticate} says of it; nothing where the scheme is switched off. */
    Optional<String> challenge();
}
