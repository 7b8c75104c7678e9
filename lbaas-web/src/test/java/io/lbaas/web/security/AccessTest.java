package io.lbaas.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.plugin.api.Fault;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessTest {

    private static final Identity MEMBER = new Identity("u", "own", Set.of("member"));
    private static final Identity OBSERVER = new Identity("u", "own", Set.of("load-balancer_global_observer"));
    private static final Identity NOBODY = new Identity("u", "own", Set.of());
    private static final Identity UNSCOPED = new Identity("u", null, Set.of("member"));

    private final Access access = new Access("keystone-default-roles", false);

    @Test
    void aListIsNarrowedToTheCallersProject() {
        assertThat(access.visibleProject(MEMBER, null)).isEqualTo("own");
        assertThat(access.visibleProject(MEMBER, "own")).isEqualTo("own");
    }

    @Test
    void aForeignProjectIsForGlobalReadersOnly() {
        assertThatThrownBy(() -> access.visibleProject(MEMBER, "other"))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.FORBIDDEN))
                .hasMessage("Policy does not allow this request to be performed.");
        assertThat(access.visibleProject(OBSERVER, "other")).isEqualTo("other");
    }

    @Test
    void globalReadersSeeAllProjectsUnlessTheyNameOne() {
        assertThat(access.visibleProject(OBSERVER, null)).isNull();
    }

    @Test
    void withoutARoleNotEvenTheOwnProjectIsSeen() {
        assertThatThrownBy(() -> access.visibleProject(NOBODY, null)).isInstanceOf(Fault.class);
        assertThatThrownBy(() -> access.require(NOBODY, Permission.READ, "own")).isInstanceOf(Fault.class);
    }

    @Test
    void credentialsWithoutAProjectOwnNothing() {
        assertThatThrownBy(() -> access.visibleProject(UNSCOPED, null)).isInstanceOf(Fault.class);
        assertThatThrownBy(() -> access.require(UNSCOPED, Permission.READ, null))
                .isInstanceOf(Fault.class);
    }

    @Test
    void aRuleSetThatDoesNotExistIsRefusedByName() {
        assertThatThrownBy(() -> new Access("magic", false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("magic");
    }
}
