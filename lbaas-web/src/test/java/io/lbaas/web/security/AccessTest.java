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

    @Test
    void aListIsNarrowedToTheCallersProject() {
        assertThat(Access.visibleProject(MEMBER, null)).isEqualTo("own");
        assertThat(Access.visibleProject(MEMBER, "own")).isEqualTo("own");
    }

    @Test
    void aForeignProjectIsForGlobalReadersOnly() {
        assertThatThrownBy(() -> Access.visibleProject(MEMBER, "other"))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.FORBIDDEN))
                .hasMessage("Policy does not allow this request to be performed.");
        assertThat(Access.visibleProject(OBSERVER, "other")).isEqualTo("other");
    }

    @Test
    void globalReadersSeeAllProjectsUnlessTheyNameOne() {
        assertThat(Access.visibleProject(OBSERVER, null)).isNull();
    }

    @Test
    void withoutARoleNotEvenTheOwnProjectIsSeen() {
        assertThatThrownBy(() -> Access.visibleProject(NOBODY, null)).isInstanceOf(Fault.class);
        assertThatThrownBy(() -> Access.require(NOBODY, Permission.READ, "own")).isInstanceOf(Fault.class);
    }
}
