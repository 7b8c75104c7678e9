package io.lbaas.plugin.api;

import jakarta.ejb.Local;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Our own user store. Every method may throw {@link Fault}. */
@Local
public interface Accounts {

    /** What an administrator says of a user. Roles are those of the API's access rules, for example {@code member}. */
    record AccountRequest(
            @NotNull @Pattern(regexp = "[A-Za-z0-9._@-]{1,64}") String name,
            @NotNull @Size(min = 12, max = 128) String password,
            @NotNull @Size(min = 1, max = 36) String projectId,
            @NotNull Set<@NotNull @Pattern(regexp = "[a-z_-]{1,64}") String> roles) {

        /** Without the password. */
        @Override
        public String toString() {
            return "AccountRequest[" + name + "]";
        }
    }

    /** A user, as far as anyone may see. */
    record Account(String name, String projectId, Set<String> roles) {}

    /** The user of that name and password; nothing where there is none, which takes as long as where there is. */
    Optional<Account> authenticate(String name, String password);

    /** Adds a user or replaces the one of that name. */
    Account put(Caller caller, AccountRequest request);

    List<Account> list();

    void remove(Caller caller, String name);
}
