package io.lbaas.web.security;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every role, every permission, in the own project and in another, by each rule set. */
class RuleSetTest {

    private static final String EVERYTHING = "YYYYYYY";
    private static final String NOTHING = "-------";

    /** Columns: READ, READ_GLOBAL, WRITE, ADMIN, READ_QUOTA, READ_QUOTA_GLOBAL, WRITE_QUOTA, own then other project. */
    @ParameterizedTest(name = "{0} enforced {1}: {2}")
    @CsvSource({
        "keystone-default-roles, true,  reader,                                   Y---Y--, -------",
        "keystone-default-roles, true,  member,                                   Y-Y-Y--, -------",
        "keystone-default-roles, true,  admin,                                    YYYYYYY, YYYYYYY",
        "keystone-default-roles, true,  load-balancer_observer,                   -------, -------",
        "keystone-default-roles, true,  load-balancer_member,                     -------, -------",
        "keystone-default-roles, true,  load-balancer_global_observer,            -------, -------",
        "keystone-default-roles, true,  load-balancer_quota_admin,                -------, -------",
        "keystone-default-roles, true,  load-balancer_admin,                      -------, -------",
        "keystone-default-roles, false, reader,                                   Y---Y--, -------",
        "keystone-default-roles, false, member,                                   Y-Y-Y--, -------",
        "keystone-default-roles, false, admin,                                    YYYYYYY, YYYYYYY",
        "keystone-default-roles, false, load-balancer_observer,                   Y---Y--, -------",
        "keystone-default-roles, false, load-balancer_member,                     Y-Y-Y--, -------",
        "keystone-default-roles, false, load-balancer_global_observer,            YY--YY-, YY--YY-",
        "keystone-default-roles, false, load-balancer_quota_admin,                ----YYY, ----YYY",
        "keystone-default-roles, false, load-balancer_admin,                      YYYYYYY, YYYYYYY",
        "advanced,               true,  reader,                                   -------, -------",
        "advanced,               true,  member,                                   -------, -------",
        "advanced,               true,  admin,                                    -------, -------",
        "advanced,               true,  load-balancer_observer,                   -------, -------",
        "advanced,               true,  load-balancer_observer reader,            Y---Y--, -------",
        "advanced,               true,  load-balancer_member,                     -------, -------",
        "advanced,               true,  load-balancer_member reader,              -------, -------",
        "advanced,               true,  load-balancer_member member,              Y-Y-Y--, -------",
        "advanced,               true,  load-balancer_global_observer,            YY--YY-, YY--YY-",
        "advanced,               true,  load-balancer_quota_admin,                ----YYY, ----YYY",
        "advanced,               true,  load-balancer_admin,                      YYYYYYY, YYYYYYY",
        "advanced,               false, reader,                                   -------, -------",
        "advanced,               false, member,                                   -------, -------",
        "advanced,               false, admin,                                    YYYYYYY, YYYYYYY",
        "advanced,               false, load-balancer_observer,                   Y---Y--, -------",
        "advanced,               false, load-balancer_member,                     Y-Y-Y--, -------",
        "advanced,               false, load-balancer_global_observer,            YY--YY-, YY--YY-",
        "advanced,               false, load-balancer_quota_admin,                ----YYY, ----YYY",
        "advanced,               false, load-balancer_admin,                      YYYYYYY, YYYYYYY",
    })
    void cell(String rules, boolean enforced, String roles, String own, String other) {
        var access = new Access(rules, enforced);
        var caller = new Identity("u", "own", Set.of(roles.split(" ")));

        assertThat(permitted(access, caller, "own")).isEqualTo(own);
        assertThat(permitted(access, caller, "other")).isEqualTo(other);
        assertThat(permitted(access, caller, null)).isEqualTo(other);
    }

    @Test
    void noRoleAndUnknownRolesPermitNothing() {
        for (RuleSet rules : RuleSet.values()) {
            var access = new Access(rules.wireName(), false);
            assertThat(permitted(access, new Identity("u", "own", Set.of()), "own"))
                    .isEqualTo(NOTHING);
            assertThat(permitted(access, new Identity("u", "own", Set.of("service", "Admin")), "own"))
                    .isEqualTo(NOTHING);
        }
    }

    @Test
    void rolesAdd() {
        var access = new Access("keystone-default-roles", false);
        var caller = new Identity("u", "own", Set.of("reader", "load-balancer_quota_admin"));

        assertThat(permitted(access, caller, "own")).isEqualTo("Y---YYY");
        assertThat(permitted(access, caller, "other")).isEqualTo("----YYY");
    }

    @Test
    void everyAdministratorMayDoEverythingThereIs() {
        Stream.of(RuleSet.values())
                .flatMap(rules -> rules.grants(false).stream())
                .filter(grant -> grant.roles().equals(Set.of("admin")))
                .forEach(grant -> assertThat(grant.permissions()).containsExactlyInAnyOrder(Permission.values()));
        assertThat(EVERYTHING).hasSize(Permission.values().length);
    }

    private static String permitted(Access access, Identity caller, String project) {
        return Arrays.stream(Permission.values())
                .map(permission -> access.permits(caller, permission, project) ? "Y" : "-")
                .collect(joining());
    }
}
