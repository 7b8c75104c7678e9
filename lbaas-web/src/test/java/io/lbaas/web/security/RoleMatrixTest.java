package io.lbaas.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every role, every permission, in the own project and in another. */
class RoleMatrixTest {

    /** Columns: role, then own/other for each permission; Y permits. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "READ              | reader                        | Y-",
                "READ              | member                        | Y-",
                "READ              | admin                         | YY",
                "READ              | load-balancer_observer        | Y-",
                "READ              | load-balancer_member          | Y-",
                "READ              | load-balancer_global_observer | YY",
                "READ              | load-balancer_quota_admin     | --",
                "READ              | load-balancer_admin           | YY",
                "READ_GLOBAL       | reader                        | --",
                "READ_GLOBAL       | member                        | --",
                "READ_GLOBAL       | admin                         | YY",
                "READ_GLOBAL       | load-balancer_observer        | --",
                "READ_GLOBAL       | load-balancer_member          | --",
                "READ_GLOBAL       | load-balancer_global_observer | YY",
                "READ_GLOBAL       | load-balancer_quota_admin     | --",
                "READ_GLOBAL       | load-balancer_admin           | YY",
                "WRITE             | reader                        | --",
                "WRITE             | member                        | Y-",
                "WRITE             | admin                         | YY",
                "WRITE             | load-balancer_observer        | --",
                "WRITE             | load-balancer_member          | Y-",
                "WRITE             | load-balancer_global_observer | --",
                "WRITE             | load-balancer_quota_admin     | --",
                "WRITE             | load-balancer_admin           | YY",
                "ADMIN             | reader                        | --",
                "ADMIN             | member                        | --",
                "ADMIN             | admin                         | YY",
                "ADMIN             | load-balancer_observer        | --",
                "ADMIN             | load-balancer_member          | --",
                "ADMIN             | load-balancer_global_observer | --",
                "ADMIN             | load-balancer_quota_admin     | --",
                "ADMIN             | load-balancer_admin           | YY",
                "READ_QUOTA        | reader                        | Y-",
                "READ_QUOTA        | member                        | Y-",
                "READ_QUOTA        | admin                         | YY",
                "READ_QUOTA        | load-balancer_observer        | Y-",
                "READ_QUOTA        | load-balancer_member          | Y-",
                "READ_QUOTA        | load-balancer_global_observer | YY",
                "READ_QUOTA        | load-balancer_quota_admin     | YY",
                "READ_QUOTA        | load-balancer_admin           | YY",
                "READ_QUOTA_GLOBAL | reader                        | --",
                "READ_QUOTA_GLOBAL | member                        | --",
                "READ_QUOTA_GLOBAL | admin                         | YY",
                "READ_QUOTA_GLOBAL | load-balancer_observer        | --",
                "READ_QUOTA_GLOBAL | load-balancer_member          | --",
                "READ_QUOTA_GLOBAL | load-balancer_global_observer | YY",
                "READ_QUOTA_GLOBAL | load-balancer_quota_admin     | YY",
                "READ_QUOTA_GLOBAL | load-balancer_admin           | YY",
                "WRITE_QUOTA       | reader                        | --",
                "WRITE_QUOTA       | member                        | --",
                "WRITE_QUOTA       | admin                         | YY",
                "WRITE_QUOTA       | load-balancer_observer        | --",
                "WRITE_QUOTA       | load-balancer_member          | --",
                "WRITE_QUOTA       | load-balancer_global_observer | --",
                "WRITE_QUOTA       | load-balancer_quota_admin     | YY",
                "WRITE_QUOTA       | load-balancer_admin           | YY",
            })
    void cell(Permission permission, String role, String ownThenOther) {
        Identity caller = new Identity("u", "own", Set.of(role));

        String found = (caller.may(permission, "own") ? "Y" : "-") + (caller.may(permission, "other") ? "Y" : "-");
        assertThat(found).isEqualTo(ownThenOther);
    }

    @Test
    void noRoleAndUnknownRolesPermitNothing() {
        for (Permission permission : Permission.values()) {
            assertThat(new Identity("u", "own", Set.of()).may(permission, "own"))
                    .isFalse();
            assertThat(new Identity("u", "own", Set.of("service", "Admin")).may(permission, "own"))
                    .isFalse();
        }
    }

    @Test
    void rolesAdd() {
        Identity caller = new Identity("u", "own", Set.of("reader", "load-balancer_quota_admin"));

        assertThat(caller.may(Permission.READ, "own")).isTrue();
        assertThat(caller.may(Permission.WRITE_QUOTA, "other")).isTrue();
        assertThat(caller.may(Permission.WRITE, "own")).isFalse();
    }
}
