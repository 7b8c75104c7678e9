package io.lbaas.plugin.account;

import io.lbaas.plugin.api.Accounts;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.entity.UserAccount;
import io.lbaas.plugin.rule.FieldRules;
import io.lbaas.plugin.service.InFaults;
import io.lbaas.plugin.store.UserAccounts;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Our own user store. */
@Stateless
@InFaults
public class AccountsBean implements Accounts {

    @Inject
    private UserAccounts accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private VerifiedCredentials verified;

    @Inject
    private FieldRules fields;

    @Override
    public Optional<Account> authenticate(String name, String password) {
        return verified.find(name, password).or(() -> verify(name, password));
    }

    @Override
    public Account put(Caller caller, AccountRequest request) {
        fields.check(request);
        var account = new Account(request.name(), request.projectId(), request.roles());
        accounts.put(account, passwords.hash(request.password()));
        verified.forget(request.name());
        return account;
    }

    @Override
    public List<Account> list() {
        return accounts.all().stream().map(UserAccount::account).toList();
    }

    @Override
    public void remove(Caller caller, String name) {
        UserAccount account = accounts.find(name).orElseThrow(() -> Fault.notFound("Account", name));
        accounts.remove(account);
        verified.forget(name);
    }

    private Optional<Account> verify(String name, String password) {
        Optional<UserAccount> known = accounts.find(name);
        String stored = known.map(UserAccount::passwordHash).orElseGet(passwords::decoy);
        boolean good = passwords.verify(password, stored);
        Optional<Account> account = known.filter(user -> good).map(UserAccount::account);
        account.ifPresent(user -> verified.remember(user, password));
        return account;
    }
}
