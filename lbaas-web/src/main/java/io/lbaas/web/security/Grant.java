package io.lbaas.web.security;

import java.util.Set;

/**
 * One sentence of a rule set.
 *
 * @param roles all of them are needed
 * @param where in which projects they are good for this
 * @param permissions what they permit there
 */
record Grant(Set<String> roles, Where where, Set<Permission> permissions) {

    enum Where {
        OWN_PROJECT,
        ANY_PROJECT
    }

    Grant {
        roles = Set.copyOf(roles);
        permissions = Set.copyOf(permissions);
    }

    boolean covers(Set<String> callersRoles, Permission permission, boolean own) {
        return permissions.contains(permission)
                && (own || where == Where.ANY_PROJECT)
                && callersRoles.containsAll(roles);
    }
}
