package io.lbaas.web.security;

import static io.lbaas.web.security.Grant.Where.ANY_PROJECT;
import static io.lbaas.web.security.Grant.Where.OWN_PROJECT;
import static io.lbaas.web.security.Permission.READ;
import static io.lbaas.web.security.Permission.READ_GLOBAL;
import static io.lbaas.web.security.Permission.READ_QUOTA;
import static io.lbaas.web.security.Permission.READ_QUOTA_GLOBAL;
import static io.lbaas.web.security.Permission.WRITE;
import static io.lbaas.web.security.Permission.WRITE_QUOTA;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The reference implementation's rule sets: what each role permits. Deprecated grants are in force as well, unless an
 * operator enforces the new defaults.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists cannot be changed
public enum RuleSet {
    /** The roles that every OpenStack service has. */
    KEYSTONE_DEFAULT_ROLES(
            List.of(
                    new Grant(Set.of("reader"), OWN_PROJECT, Set.of(READ, READ_QUOTA)),
                    new Grant(Set.of("member"), OWN_PROJECT, Set.of(READ, READ_QUOTA, WRITE)),
                    new Grant(Set.of("admin"), ANY_PROJECT, Set.of(Permission.values()))),
            List.of(
                    new Grant(Set.of("load-balancer_observer"), OWN_PROJECT, Set.of(READ, READ_QUOTA)),
                    new Grant(Set.of("load-balancer_member"), OWN_PROJECT, Set.of(READ, READ_QUOTA, WRITE)),
                    Common.GLOBAL_OBSERVER,
                    Common.QUOTA_ADMIN,
                    Common.ADMIN)),

    /** Roles of the load balancer service. */
    ADVANCED(
            List.of(
                    new Grant(Set.of("load-balancer_observer", "reader"), OWN_PROJECT, Set.of(READ, READ_QUOTA)),
                    new Grant(Set.of("load-balancer_member", "member"), OWN_PROJECT, Set.of(READ, READ_QUOTA, WRITE)),
                    Common.GLOBAL_OBSERVER,
                    Common.QUOTA_ADMIN,
                    Common.ADMIN),
            List.of(
                    new Grant(Set.of("load-balancer_observer"), OWN_PROJECT, Set.of(READ, READ_QUOTA)),
                    new Grant(Set.of("load-balancer_member"), OWN_PROJECT, Set.of(READ, READ_QUOTA, WRITE)),
                    new Grant(Set.of("admin"), ANY_PROJECT, Set.of(Permission.values()))));

    private static final class Common {

        static final Grant GLOBAL_OBSERVER = new Grant(
                Set.of("load-balancer_global_observer"),
                ANY_PROJECT,
                Set.of(READ, READ_GLOBAL, READ_QUOTA, READ_QUOTA_GLOBAL));
        static final Grant QUOTA_ADMIN = new Grant(
                Set.of("load-balancer_quota_admin"), ANY_PROJECT, Set.of(READ_QUOTA, READ_QUOTA_GLOBAL, WRITE_QUOTA));
        static final Grant ADMIN = new Grant(Set.of("load-balancer_admin"), ANY_PROJECT, Set.of(Permission.values()));
    }

    private final List<Grant> defaults;
    private final List<Grant> deprecated;

    RuleSet(List<Grant> defaults, List<Grant> deprecated) {
        this.defaults = defaults;
        this.deprecated = deprecated;
    }

    /**
     * The rule set of a name in the settings, for example {@code keystone-default-roles}.
     *
     * @throws IllegalArgumentException where there is none
     */
    static RuleSet named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No rule set is called " + name));
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The grants in force. */
    List<Grant> grants(boolean enforced) {
        return enforced
                ? defaults
                : Stream.concat(defaults.stream(), deprecated.stream()).toList();
    }
}
