package io.lbaas.plugin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.MonitorType;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.model.PoolProtocol;
import io.lbaas.model.ProvisioningStatus;
import io.lbaas.plugin.Postgres;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.StoredTree;
import io.lbaas.plugin.entity.Listener;
import io.lbaas.plugin.tree.DesiredTree;
import io.lbaas.plugin.tree.LoadBalancerTree;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TreesTest {

    private final StoredTree stored = StoredTree.plant();

    @Test
    void keepsWholeTrees() {
        var expected = stored.change(editor -> {
            var pool = editor.pools().create(null, Samples.LABELS, Samples.pool(PoolProtocol.HTTP));
            var listener = Samples.listener(ListenerProtocol.HTTP, 80).withDefaultPool(pool.id());
            editor.listeners().create(Samples.LABELS, listener);
            editor.members().create(pool.id(), Samples.LABELS, Samples.member("10.0.0.1", 80));
            editor.healthMonitors().create(pool.id(), Samples.LABELS, Samples.monitor(MonitorType.HTTP));
            return DesiredTree.of(editor.tree()).orElseThrow();
        });

        assertThat(stored.read(DesiredTree::of)).contains(expected);
    }

    @Test
    void keepsWhatIsChangedOfAnObject() {
        var id = stored.change(editor -> editor.listeners()
                .create(Samples.LABELS, Samples.listener(ListenerProtocol.TCP, 80))
                .id());
        stored.confirmAll();

        stored.change(editor -> editor.listeners()
                .update(id, Samples.patch(spec -> spec.withDefaultPool(null).withAllowedCidrs(List.of("10.0.0.9/8")))));

        var listener = stored.read(tree -> tree.child(ObjectType.LISTENER, Listener.class, id));
        assertThat(listener.spec().allowedCidrs()).containsExactly("10.0.0.0/8");
        assertThat(listener.lastGood().allowedCidrs()).isNull();
        assertThat(listener.provisioningStatus()).isEqualTo(ProvisioningStatus.PENDING_UPDATE);
        assertThat(listener.updatedAt()).isEqualTo(Samples.NOW);
        assertThat(listener.labels()).isEqualTo(Samples.LABELS);
    }

    @Test
    void aPoolTakesItsMembersWithIt() {
        var poolId = stored.change(editor -> {
            var pool = editor.pools().create(null, Samples.LABELS, Samples.pool(PoolProtocol.TCP));
            editor.members().create(pool.id(), Samples.LABELS, Samples.member("10.0.0.1", 80));
            return pool.id();
        });
        stored.confirmAll();
        stored.change(editor -> editor.pools().delete(poolId));
        stored.confirmAll();

        assertThat(stored.read(LoadBalancerTree::objects).toList()).hasSize(1);
    }

    @Test
    void aLoadBalancerTakesEverythingWithIt() {
        stored.change(editor -> editor.listeners().create(Samples.LABELS, Samples.listener(ListenerProtocol.TCP, 80)));
        stored.confirmAll();
        stored.change(editor -> editor.loadBalancer().delete(true));
        stored.confirmAll();

        assertThat(Postgres.<Boolean>inTransaction(
                        session -> new Trees(session).lock(stored.id()).isPresent()))
                .isFalse();
    }

    @Test
    void isSettledWhenNothingOfAGenerationIsAwaited() {
        long asked = stored.read(tree -> tree.root().generation());
        assertThat(settled(asked)).isFalse();
        stored.confirmAll();
        assertThat(settled(asked)).isTrue();
        assertThat(settled(asked + 1)).isFalse();
        assertThat(settled(UUID.randomUUID(), asked)).isFalse();

        stored.change(editor -> {
            editor.tree().root().hasten(Samples.NOW);
            return null;
        });
        assertThat(settled(asked)).as("it was sent again").isFalse();

        stored.change(editor -> editor.listeners().create(Samples.LABELS, Samples.listener(ListenerProtocol.TCP, 80)));
        assertThat(settled(asked)).as("a newer one was asked for").isTrue();
    }

    private boolean settled(long generation) {
        return settled(stored.read(tree -> tree.root().deviceId()), generation);
    }

    private boolean settled(UUID deviceId, long generation) {
        return Postgres.<Boolean>inTransaction(
                session -> new Trees(session).settled(stored.id(), deviceId, generation));
    }

    @Test
    void findsTheTreeOfAnObject() {
        var id = stored.change(editor -> editor.pools()
                .create(null, Samples.LABELS, Samples.pool(PoolProtocol.TCP))
                .id());

        UUID root = Postgres.inTransaction(session -> new Trees(session)
                .lock(new ObjectRef(ObjectType.POOL, id))
                .root()
                .id());

        assertThat(root).isEqualTo(stored.id());
    }

    @Test
    void knowsTheProviderOfEveryKindOfObject() {
        var id = stored.change(editor -> editor.pools()
                .create(null, Samples.LABELS, Samples.pool(PoolProtocol.TCP))
                .id());

        assertThat(provider(ObjectType.POOL, id)).isEqualTo(provider(ObjectType.LOAD_BALANCER, stored.id()));
        assertThat(provider(ObjectType.POOL, id)).isPresent();
        assertThat(provider(ObjectType.LISTENER, id)).isEmpty();
    }

    @Test
    void saysWhichObjectIsNotFound() {
        var missing = UUID.randomUUID();

        assertThatThrownBy(() -> Postgres.inTransaction(
                        session -> new Trees(session).lock(new ObjectRef(ObjectType.HEALTH_MONITOR, missing))))
                .hasMessage("Health Monitor " + missing + " not found.");
    }

    private static Optional<String> provider(ObjectType type, UUID id) {
        return Postgres.inTransaction(session -> new Trees(session).providerOf(type, id));
    }
}
