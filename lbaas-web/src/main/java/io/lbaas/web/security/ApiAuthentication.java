package io.lbaas.web.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lbaas.web.fault.Failure;
import io.lbaas.web.fault.Failures;
import io.lbaas.web.request.RequestId;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
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
import org.eclipse.microprofile.auth.LoginConfig;

/**
 * Finds out who sends a request, by the first scheme that it uses. Everything needs credentials but a few paths that
 * say nothing about anybody. Every request passes here first, so this is also where it gets its id. {@code LoginConfig}
 * has the platform add its mechanism for JSON web tokens, which is one of our schemes; as an alternative we go before it.
 */
@LoginConfig(authMethod = "MP-JWT")
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class ApiAuthentication implements HttpAuthenticationMechanism {

    /** As sent, so that no other spelling of a path can be taken for one of these. */
    private static final Set<String> OPEN = Set.of(
            "/",
            "/load-balancer/",
            "/healthcheck",
            "/openapi",
            "/load-balancer/healthcheck",
            "/health",
            "/health/live",
            "/health/ready",
            "/health/started");

    @Inject
    private Schemes schemes;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext message) {
        RequestId.assign(request, response);
        if (OPEN.contains(request.getRequestURI())) {
            return message.doNothing();
        }
        try {
            Optional<Identity> sender = schemes.sender(message);
            if (sender.isPresent()) {
                return message.notifyContainerAboutLogin(
                        sender.get(), sender.get().roles());
            }
            schemes.challenges().forEach(challenge -> response.addHeader(HttpHeaders.WWW_AUTHENTICATE, challenge));
            return refuse(response, Failure.unauthorized());
        } catch (RuntimeException e) {
            // JAX-RS and its mappers of exceptions come after us.
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
