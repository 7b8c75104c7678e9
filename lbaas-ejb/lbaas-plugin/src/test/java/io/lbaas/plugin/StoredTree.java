package io.lbaas.plugin;

import io.lbaas.message.Operation;
import io.lbaas.message.Result;
import io.lbaas.plugin.api.Inventory.DeviceDescription;
import io.lbaas.plugin.api.Inventory.DeviceState;
import io.lbaas.plugin.entity.Device;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.store.Devices;
import io.lbaas.plugin.store.Trees;
import io.lbaas.plugin.tree.DesiredTree;
import io.lbaas.plugin.tree.LoadBalancerTree;
import io.lbaas.plugin.tree.Settlement;
import io.lbaas.plugin.tree.TreeEditor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A load balancer in the database, changed as requests and results would change it. */
public final class StoredTree {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final UUID id;

    private StoredTree(UUID id) {
        this.id = id;
    }

    /** A new one on a new device. */
    public static StoredTree plant() {
        var device = device(UUID.randomUUID().toString(), "haproxy", List.of());
        var root = Samples.loadBalancer(device.id(), "127.10.0." + ADDRESSES.incrementAndGet());
        return plant(root);
    }

    /** One that is there already. */
    public static StoredTree of(UUID id) {
        return new StoredTree(id);
    }

    public static StoredTree plant(LoadBalancer root) {
        return Postgres.inTransaction(session -> {
            new Trees(session).save(LoadBalancerTree.planted(root, Samples.NOW, Samples.DEADLINE));
            return new StoredTree(root.id());
        });
    }

    public static Device device(String name, String driver, List<UUID> subnets) {
        var request = new DeviceDescription(
                name, driver, Map.of("key", "value"), 100, DeviceState.ENABLED, subnets, null, List.of(), null);
        var device = new Device(UUID.randomUUID(), request, Samples.NOW);
        return Postgres.inTransaction(session -> {
            new Devices(session).add(device);
            return device;
        });
    }

    public UUID id() {
        return id;
    }

    /** Changes the tree and keeps it. */
    public <T> T change(Function<TreeEditor, T> change) {
        return Postgres.inTransaction(session -> {
            var trees = new Trees(session);
            var editor = Samples.editor(trees.lock(id).orElseThrow());
            T result = change.apply(editor);
            trees.save(editor.tree());
            return result;
        });
    }

    public <T> T read(Function<LoadBalancerTree, T> reader) {
        return Postgres.inTransaction(
                session -> reader.apply(new Trees(session).lock(id).orElseThrow()));
    }

    /** The device is as asked. */
    public void confirmAll() {
        Postgres.inTransaction(session -> {
            var trees = new Trees(session);
            var tree = trees.lock(id).orElseThrow();
            new Settlement(tree, Samples.NOW).settle(success(tree));
            trees.save(tree);
            return tree;
        });
    }

    private static Result success(LoadBalancerTree tree) {
        var operation = DesiredTree.of(tree).isPresent() ? Operation.APPLY : Operation.REMOVE;
        return Results.success(operation, tree.root().id(), tree.root().generation());
    }
}
