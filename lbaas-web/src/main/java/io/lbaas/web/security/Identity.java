package io.lbaas.web.security;

import io.lbaas.plugin.api.Accounts.Account;
import java.security.Principal;
import java.util.Set;

/**
 * An authenticated caller.
 *
 * @param projectId the project that the credentials are good for
 * @param roles by the names of the API; those that it does not know permit nothing
 */
public record Identity(String name, String projectId, Set<String> roles) implements Principal {

    public Identity {
        roles = Set.copyOf(roles);
    }

    static Identity of(Account account) {
        return new Identity(account.name(), account.projectId(), account.roles());
    }

    @Override
    public String getName() {
        return name;
    }

    /** Whether the caller may do that to something of a project; null stands for no project in particular. */
    public boolean may(Permission permission, String ownerProject) {
        boolean own = projectId.equals(ownerProject);
        return roles.stream()
                .flatMap(name -> Role.named(name).stream())
                .anyMatch(role -> role.permits(permission, own));
    }
}
