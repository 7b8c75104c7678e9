package io.lbaas.web.security;

import io.lbaas.plugin.api.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import java.util.Optional;

/** A Keystone token in {@code X-Auth-Token}. */
@ApplicationScoped
class KeystoneScheme implements Scheme {

    private static final String HEADER = "X-Auth-Token";

    @Inject
    private Tokens tokens;

    @Override
    public boolean isUsedBy(HttpMessageContext message) {
        return message.getRequest().getHeader(HEADER) != null && tokens.issuer().isPresent();
    }

    @Override
    public Optional<Identity> sender(HttpMessageContext message) {
        String token = message.getRequest().getHeader(HEADER);
        return tokens.verify(token).map(owner -> new Identity(owner.user(), owner.projectId(), owner.roles(), token));
    }

    @Override
    public Optional<String> challenge() {
        return tokens.issuer().map(uri -> "Keystone uri=\"" + uri + "\"");
    }
}
