package io.lbaas.web.security;

import io.lbaas.plugin.api.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * An OpenID Connect provider's token in {@code Authorization: Bearer}. MicroProfile JWT verifies it; we ask the
 * platform's mechanism and keep the login to ourselves, because its principal knows no project.
 */
@ApplicationScoped
class BearerScheme implements Scheme {

    private static final String SCHEME = "Bearer ";

    @Inject
    private BeanManager beans;

    @Inject
    @ConfigProperty(name = "mp.jwt.verify.issuer")
    private Optional<String> issuer;

    @Inject
    @ConfigProperty(name = "lbaas.oidc.user-claim", defaultValue = "sub")
    private String userClaim;

    @Inject
    @ConfigProperty(name = "lbaas.oidc.project-claim", defaultValue = "project_id")
    private String projectClaim;

    @Inject
    @ConfigProperty(name = "lbaas.oidc.roles-claim", defaultValue = "groups")
    private String rolesClaim;

    @Override
    public boolean isUsedBy(HttpMessageContext message) {
        String header = message.getRequest().getHeader(HttpHeaders.AUTHORIZATION);
        return issuer.isPresent() && header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    @Override
    public Optional<Identity> sender(HttpMessageContext message) {
        var verification = new BearerVerification(message);
        try {
            platformMechanism().validateRequest(message.getRequest(), message.getResponse(), verification);
        } catch (AuthenticationException e) {
            throw Fault.unavailable("The service is not available at the moment. Please try again.")
                    .causedBy(e);
        }
        return verification.token().map(this::identity);
    }

    @Override
    public Optional<String> challenge() {
        return issuer.map(any -> "Bearer realm=\"lbaas\"");
    }

    private Identity identity(JsonWebToken token) {
        return new Identity(
                Claims.text(token, userClaim).orElseGet(token::getName),
                Claims.text(token, projectClaim).orElse(null),
                Claims.texts(token, rolesClaim));
    }

    /** The one that is not ours. */
    private HttpAuthenticationMechanism platformMechanism() {
        Bean<?> bean = beans.getBeans(HttpAuthenticationMechanism.class).stream()
                .filter(each -> each.getBeanClass() != ApiAuthentication.class)
                .findFirst()
                .orElseThrow();
        return (HttpAuthenticationMechanism)
                beans.getReference(bean, HttpAuthenticationMechanism.class, beans.createCreationalContext(bean));
    }
}
