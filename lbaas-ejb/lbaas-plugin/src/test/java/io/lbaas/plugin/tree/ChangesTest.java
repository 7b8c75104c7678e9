package io.lbaas.plugin.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.driver.spi.TlsSupport;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.MonitorType;
import io.lbaas.model.PoolProtocol;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.api.Fault;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Rules between the objects of a tree. */
class ChangesTest {

    private final TreeEditor editor = Samples.editor(Samples.tree());

    @Test
    void aPortIsTakenOncePerTransport() {
        create(ListenerProtocol.TCP, 80);
        create(ListenerProtocol.UDP, 80);

        refused(
                () -> create(ListenerProtocol.HTTP, 80),
                Fault.Kind.CONFLICT,
                "Another Listener on this Load Balancer is already using protocol HTTP and protocol_port 80");
    }

    @Test
    void anAddressIsAMemberOnceHoweverItIsSpelt() {
        var pool = pool(PoolProtocol.TCP);
        editor.members().create(pool, Samples.LABELS, Samples.member("2001:db8::1", 80));

        refused(
                () -> editor.members().create(pool, Samples.LABELS, Samples.member("2001:DB8:0:0::1", 80)),
                Fault.Kind.CONFLICT,
                "Another member on this pool is already using ip 2001:DB8:0:0::1 on protocol_port 80");
    }

    @Test
    void aPoolHasOneHealthMonitor() {
        var pool = pool(PoolProtocol.TCP);
        editor.healthMonitors().create(pool, Samples.LABELS, Samples.monitor(MonitorType.TCP));

        refused(
                () -> editor.healthMonitors().create(pool, Samples.LABELS, Samples.monitor(MonitorType.TCP)),
                Fault.Kind.CONFLICT,
                "This pool already has a health monitor");
    }

    @Test
    void aListenerGetsOneDefaultPool() {
        var listener = create(ListenerProtocol.TCP, 80);
        var pool = editor.pools().create(listener, Samples.LABELS, Samples.pool(PoolProtocol.TCP));
        assertThat(editor.tree().usersOf(pool.id())).hasSize(1);

        refused(
                () -> editor.pools().create(listener, Samples.LABELS, Samples.pool(PoolProtocol.TCP)),
                Fault.Kind.CONFLICT,
                "This listener already has a default pool");
    }

    @Test
    void aDefaultPoolIsOfTheSameLoadBalancer() {
        var elsewhere = UUID.randomUUID();

        refused(
                () -> editor.listeners()
                        .create(
                                Samples.LABELS,
                                Samples.listener(ListenerProtocol.TCP, 80).withDefaultPool(elsewhere)),
                Fault.Kind.NOT_FOUND,
                "Pool " + elsewhere + " not found.");
    }

    @Test
    void whatTheProviderCannotIsRefusedBeforeAnythingIsWritten() {
        var little = new Capabilities(
                Set.of(ListenerProtocol.TCP),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Capabilities.L7.NONE,
                TlsSupport.NONE,
                false);
        var limited = Samples.editor(Samples.tree(), Locking.OBJECT, little);

        refused(
                () -> limited.listeners().create(Samples.LABELS, Samples.listener(ListenerProtocol.UDP, 53)),
                Fault.Kind.UNSUPPORTED,
                "Provider 'haproxy' does not support a requested option: protocol UDP");
        assertThat(limited.tree().changed()).isFalse();
    }

    @Test
    void aLoadBalancerWithChildrenIsDeletedWithCascadeOnly() {
        create(ListenerProtocol.TCP, 80);
        editor.tree().root().confirm(Samples.NOW);
        var id = editor.tree().root().id();

        refused(
                () -> editor.loadBalancer().delete(false),
                Fault.Kind.INVALID,
                "Validation failure: Cannot delete Load Balancer " + id + " - it has children");
    }

    @Test
    void aChangeIsOneGenerationWhateverItTouches() {
        var listener = create(ListenerProtocol.TCP, 80);
        editor.tree().objects().forEach(object -> object.confirm(Samples.NOW));
        long before = editor.tree().root().generation();

        var next = Samples.editor(editor.tree());
        next.pools().create(listener, Samples.LABELS, Samples.pool(PoolProtocol.TCP));

        assertThat(next.tree().root().generation()).isEqualTo(before + 1);
        assertThat(next.tree().objects().filter(object -> object.changedIn() == before + 1))
                .hasSize(2);
    }

    @Test
    void aMemberIsNotFoundInAnotherPool() {
        var pool = pool(PoolProtocol.TCP);
        var other = pool(PoolProtocol.TCP);
        var member = editor.members().create(pool, Samples.LABELS, Samples.member("10.0.0.1", 80));

        refused(
                () -> editor.members().delete(other, member.id()),
                Fault.Kind.NOT_FOUND,
                "Member " + member.id() + " not found.");
    }

    private UUID create(ListenerProtocol protocol, int port) {
        return editor.listeners()
                .create(Samples.LABELS, Samples.listener(protocol, port))
                .id();
    }

    private UUID pool(PoolProtocol protocol) {
        return editor.pools()
                .create(null, Samples.LABELS, Samples.pool(protocol))
                .id();
    }

    private static void refused(ThrowingCallable change, Fault.Kind kind, String words) {
        assertThatThrownBy(change).hasMessage(words).isInstanceOfSatisfying(Fault.class, fault -> assertThat(
                        fault.kind())
                .isEqualTo(kind));
    }
}
