package io.lbaas.web.security;

import java.security.Principal;
import java.util.Set;

/**
 * An authenticated caller.
 *
 * @param projectId the project that the credentials are good for, null for none
 * @param roles by the names of the API; those that it does not know permit nothing
 * @param token the Keystone token, null where other credentials were used
 */
public record Identity(String name, String projectId, Set<String> roles, String token) implements Principal {

    public Identity {
        roles = Set.copyOf(roles);
    }

    /** A caller who used no Keystone token. */
    Identity(String name, String projectId, Set<String> roles) {
        this(name, projectId, roles, null);
    }

    @Override
    public String getName() {
        return name;
    }

    /** Whether that is the caller's project. */
    boolean owns(String project) {
        return projectId != null && projectId.equals(project);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Identity[" + name + " of " + projectId + " as " + roles + "]";
    }
}
