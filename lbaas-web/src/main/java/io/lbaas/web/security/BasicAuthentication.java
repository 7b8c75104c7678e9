package io.lbaas.web.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lbaas.plugin.api.Accounts;
import io.lbaas.web.fault.Failure;
import io.lbaas.web.fault.Failures;
import io.lbaas.web.request.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;

/**
 * HTTP Basic against our own accounts. Everything needs credentials but a few paths that say nothing about anybody.
 * Every request passes here first, so this is also where it gets its id.
 */
@ApplicationScoped
public class BasicAuthentication implements HttpAuthenticationMechanism {

    /** As sent, so that no other spelling of a path can be taken for one of these. */
    private static final Set<String> OPEN = Set.of(
            "/",
            "/load-balancer/",
            "/healthcheck",
            "/load-balancer/healthcheck",
            "/health",
            "/health/live",
            "/health/ready",
            "/health/started");

    @Inject
    private Accounts accounts;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        RequestId.assign(request, response);
        if (OPEN.contains(request.getRequestURI())) {
            return context.doNothing();
        }
        try {
            Optional<Identity> identity = BasicCredentials.of(request.getHeader(HttpHeaders.AUTHORIZATION))
                    .flatMap(given -> accounts.authenticate(given.name(), given.password()))
                    .map(Identity::of);
            if (identity.isPresent()) {
                return context.notifyContainerAboutLogin(
                        identity.get(), identity.get().roles());
            }
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"lbaas\", charset=\"UTF-8\"");
            return refuse(response, Failure.unauthorized());
        } catch (RuntimeException e) {
            return refuse(response, Failures.of(e, RequestId.of(request)));
        }
    }

    private static AuthenticationStatus refuse(HttpServletResponse response, Failure failure) {
        try {
            failure.headers().forEach(response::setHeader);
            response.setStatus(failure.status());
            response.setContentType(failure.mediaType());
            response.getOutputStream().write(failure.body().toString().getBytes(UTF_8));
            return AuthenticationStatus.SEND_FAILURE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
