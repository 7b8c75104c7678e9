package io.lbaas.web.security;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContextWrapper;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.util.Optional;
import javax.security.auth.Subject;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Lets a mechanism verify a token, and hears what it found in place of the container. */
final class BearerVerification extends HttpMessageContextWrapper {

    private JsonWebToken token;

    BearerVerification(HttpMessageContext message) {
        super(message);
    }

    /** The token, nothing where it is not good. */
    Optional<JsonWebToken> token() {
        return Optional.ofNullable(token);
    }

    @Override
    public boolean isProtected() {
        return true;
    }

    @Override
    public Subject getClientSubject() {
        return new Subject();
    }

    @Override
    public AuthenticationStatus notifyContainerAboutLogin(CredentialValidationResult result) {
        if (result.getCallerPrincipal() instanceof JsonWebToken verified) {
            token = verified;
            return AuthenticationStatus.SUCCESS;
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    /** The answer is ours to write. */
    @Override
    public AuthenticationStatus responseUnauthorized() {
        return AuthenticationStatus.SEND_FAILURE;
    }
}
