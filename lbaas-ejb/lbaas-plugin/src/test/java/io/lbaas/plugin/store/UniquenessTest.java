package io.lbaas.plugin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.model.ListenerProtocol;
import io.lbaas.plugin.Postgres;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.StoredTree;
import io.lbaas.plugin.api.View.Vip;
import io.lbaas.plugin.entity.Listener;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.entity.VipPort;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds when many ask at once. */
class UniquenessTest {

    private final StoredTree stored = StoredTree.plant();

    @Test
    void changesOfOneLoadBalancerAreSerialized() {
        var changes = IntStream.range(0, 16)
                .mapToObj(i -> CompletableFuture.runAsync(() -> stored.change(editor ->
                        editor.listeners().create(Samples.LABELS, Samples.listener(ListenerProtocol.TCP, 1000 + i)))))
                .toList();
        changes.forEach(CompletableFuture::join);

        assertThat(stored.<Long>read(tree -> tree.root().generation())).isEqualTo(17);
        List<Long> stamps =
                stored.read(tree -> tree.listeners().map(Listener::changedIn).toList());
        assertThat(stamps).doesNotHaveDuplicates().hasSize(16);
    }

    @Test
    void ofTwoThatWantTheSamePortOneGetsIt() {
        var attempts = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> stored.change(editor ->
                                editor.listeners().create(Samples.LABELS, Samples.listener(ListenerProtocol.TCP, 80))))
                        .handle((listener, refused) -> refused == null))
                .toList();

        assertThat(attempts.stream().map(CompletableFuture::join)).containsOnlyOnce(true);
    }

    @Test
    void theDatabaseItselfRefusesASecondVip() {
        var root = stored.read(tree -> tree.root());
        hold(root, root.vip());
        var elsewhere = new Vip(root.vip().address(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

        assertThatThrownBy(() -> hold(root, elsewhere)).hasStackTraceContaining("vip_port_device_address");
    }

    private static void hold(LoadBalancer root, Vip vip) {
        var port = VipPort.of(vip, root.projectId());
        port.bind(root.id(), root.deviceId());
        Postgres.inTransaction(session -> {
            new VipNetworks(session).add(port);
            return port;
        });
    }

    @Test
    void theDatabaseItselfRefusesASecondListenerOnAPort() {
        var root = stored.read(tree -> tree.root());
        var spec = Samples.listener(ListenerProtocol.TCP, 80);

        assertThatThrownBy(() -> Postgres.inTransaction(session -> {
                    for (int i = 0; i < 2; i++) {
                        var listener = new Listener(UUID.randomUUID(), root, Samples.LABELS, spec, Samples.NOW);
                        listener.confirm(Samples.NOW);
                        session.persist(listener);
                    }
                    session.flush();
                    return null;
                }))
                .hasStackTraceContaining("listener_port");
    }
}
