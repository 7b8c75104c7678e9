package io.lbaas.web.security;

import static io.lbaas.web.security.Permission.READ;
import static io.lbaas.web.security.Permission.READ_GLOBAL;
import static io.lbaas.web.security.Permission.READ_QUOTA;
import static io.lbaas.web.security.Permission.READ_QUOTA_GLOBAL;
import static io.lbaas.web.security.Permission.WRITE;
import static io.lbaas.web.security.Permission.WRITE_QUOTA;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The roles of the API and what they permit. Both of the reference implementation's rule sets are in force: the
 * default roles of OpenStack and the load balancer roles of its own.
 */
@SuppressWarnings("ImmutableEnumChecker") // the sets are never changed
public enum Role {
    READER("reader", EnumSet.of(READ, READ_QUOTA), none()),
    MEMBER("member", EnumSet.of(READ, READ_QUOTA, WRITE), none()),
    ADMIN("admin", none(), EnumSet.allOf(Permission.class)),
    LB_OBSERVER("load-balancer_observer", EnumSet.of(READ, READ_QUOTA), none()),
    LB_MEMBER("load-balancer_member", EnumSet.of(READ, READ_QUOTA, WRITE), none()),
    LB_GLOBAL_OBSERVER(
            "load-balancer_global_observer", none(), EnumSet.of(READ, READ_GLOBAL, READ_QUOTA, READ_QUOTA_GLOBAL)),
    LB_QUOTA_ADMIN("load-balancer_quota_admin", none(), EnumSet.of(READ_QUOTA, READ_QUOTA_GLOBAL, WRITE_QUOTA)),
    LB_ADMIN("load-balancer_admin", none(), EnumSet.allOf(Permission.class));

    private final String wireName;
    private final Set<Permission> inOwnProject;
    private final Set<Permission> inAnyProject;

    Role(String wireName, Set<Permission> inOwnProject, Set<Permission> inAnyProject) {
        this.wireName = wireName;
        this.inOwnProject = inOwnProject;
        this.inAnyProject = inAnyProject;
    }

    private static Set<Permission> none() {
        return EnumSet.noneOf(Permission.class);
    }

    /** The role of that name; accounts may have roles that mean nothing here. */
    static Optional<Role> named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.wireName.equals(name))
                .findFirst();
    }

    boolean permits(Permission permission, boolean own) {
        return inAnyProject.contains(permission) || (own && inOwnProject.contains(permission));
    }
}
