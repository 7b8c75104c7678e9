package io.lbaas.plugin.account;

import io.lbaas.plugin.api.Accounts;
import io.lbaas.plugin.api.Accounts.AccountRequest;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.config.Settings;
import io.lbaas.plugin.queue.RequestIds;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Set;

/** Gives the administrator a new password at every start, for those who may read the file. */
@Startup
@Singleton
@DependsOn("Migration")
public class FirstAdministrator {

    private static final String NAME = "admin";

    @Inject
    private Settings settings;

    @Inject
    private Accounts accounts;

    @PostConstruct
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void appoint() {
        settings.credentialsFile().ifPresent(this::appoint);
    }

    private void appoint(Path file) {
        String password = Passwords.random();
        var caller = new Caller(NAME, NAME, RequestIds.ofOurOwn());
        accounts.put(caller, new AccountRequest(NAME, password, NAME, Set.of(NAME)));
        CredentialsFile.write(file, NAME, password);
    }
}
