package io.lbaas.web.security;

import io.lbaas.plugin.api.Accounts;
import io.lbaas.plugin.api.Accounts.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/** HTTP Basic against our own accounts. */
@ApplicationScoped
class BasicScheme implements Scheme {

    @Inject
    private Accounts accounts;

    @Override
    public boolean isUsedBy(HttpMessageContext message) {
        return credentials(message).isPresent();
    }

    @Override
    public Optional<Identity> sender(HttpMessageContext message) {
        return credentials(message)
                .flatMap(given -> accounts.authenticate(given.name(), given.password()))
                .map(BasicScheme::identity);
    }

    @Override
    public Optional<String> challenge() {
        return Optional.of("Basic realm=\"lbaas\", charset=\"UTF-8\"");
    }

    private static Optional<BasicCredentials> credentials(HttpMessageContext message) {
        return BasicCredentials.of(message.getRequest().getHeader(HttpHeaders.AUTHORIZATION));
    }

    private static Identity identity(Account account) {
        return new Identity(account.name(), account.projectId(), account.roles());
    }
}
