package io.lbaas.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All schemes, in the order in which a request is searched for them. */
@ApplicationScoped
class Schemes {

    private final List<Scheme> inOrder;

    /** For the container's proxy. */
    protected Schemes() {
        inOrder = List.of();
    }

    @Inject
    Schemes(NoAuthentication none, KeystoneScheme keystone, BearerScheme bearer, BasicScheme basic) {
        inOrder = List.of(none, keystone, bearer, basic);
    }

    /** Who sends a message; nothing where no scheme is used or its credentials are not good. */
    Optional<Identity> sender(HttpMessageContext message) {
        return inOrder.stream()
                .filter(scheme -> scheme.isUsedBy(message))
                .findFirst()
                .flatMap(scheme -> scheme.sender(message));
    }

    Stream<String> challenges() {
        return inOrder.stream().flatMap(scheme -> scheme.challenge().stream());
    }
}
