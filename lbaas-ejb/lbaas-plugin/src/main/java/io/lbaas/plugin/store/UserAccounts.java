package io.lbaas.plugin.store;

import io.lbaas.plugin.api.Accounts.Account;
import io.lbaas.plugin.entity.UserAccount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The rows of users. */
@ApplicationScoped
public class UserAccounts {

    @PersistenceContext
    private EntityManager database;

    protected UserAccounts() {}

    public UserAccounts(EntityManager database) {
        this.database = database;
    }

    public Optional<UserAccount> find(String name) {
        return Optional.ofNullable(database.find(UserAccount.class, name));
    }

    public List<UserAccount> all() {
        return database.createQuery("select a from UserAccount a order by a.name", UserAccount.class)
                .getResultList();
    }

    /** Adds a user or replaces the one of that name. */
    public void put(Account account, String passwordHash) {
        find(account.name())
                .ifPresentOrElse(
                        known -> known.change(account, passwordHash),
                        () -> database.persist(new UserAccount(account, passwordHash)));
        database.flush();
    }

    public void remove(UserAccount account) {
        database.remove(account);
        database.flush();
    }
}
