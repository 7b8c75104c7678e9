package io.lbaas.plugin.entity;

import io.lbaas.plugin.api.Accounts.Account;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Set;

/** A user of our own store. */
@Entity
@Table(name = "account")
public class UserAccount {

    @Id
    private String name;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "project_id")
    private String projectId;

    @Convert(converter = JsonColumn.Texts.class)
    private List<String> roles;

    @Version
    private long version;

    protected UserAccount() {}

    public UserAccount(Account account, String passwordHash) {
        this.name = account.name();
        change(account, passwordHash);
    }

    public final void change(Account account, String newHash) {
        projectId = account.projectId();
        roles = account.roles().stream().sorted().toList();
        passwordHash = newHash;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public Account account() {
        return new Account(name, projectId, Set.copyOf(roles));
    }
}
