package io.lbaas.plugin.quantum;

import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.Operations.Action;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.api.quantum.QuantumFault;
import io.lbaas.plugin.api.quantum.QuantumType;
import io.lbaas.plugin.api.quantum.QuantumView;
import io.lbaas.plugin.entity.HealthMonitor;
import io.lbaas.plugin.entity.QuantumMonitor;
import io.lbaas.plugin.list.Lists;
import io.lbaas.plugin.service.TreeTransaction;
import io.lbaas.plugin.tree.HealthMonitorChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The health monitors of pools that stand for those of v1. */
@ApplicationScoped
public class Associations {

    @Inject
    private TreeTransaction transaction;

    @Inject
    private QuantumStore store;

    @Inject
    private QuantumViews views;

    @Inject
    private Lists lists;

    /** A v1 monitor, to be changed. One that v1 did not make becomes one of its own with its first change. */
    QuantumMonitor monitor(UUID id) {
        return store.findMonitor(id).orElseGet(() -> {
            QuantumView.HealthMonitor alone = views.monitor(id);
            HealthMonitorSpec spec = lists.healthMonitor(id).spec();
            var monitor = new QuantumMonitor(id, alone.tenantId(), spec, Instant.now());
            store.addMonitor(monitor);
            store.associate(id, id);
            return monitor;
        });
    }

    void add(Caller caller, UUID poolId, UUID monitorId) {
        QuantumView.Pool pool = views.pool(poolId);
        QuantumMonitor monitor = monitor(monitorId);
        if (!monitor.projectId().equals(pool.tenantId())) {
            throw QuantumFault.notFound(QuantumType.HEALTH_MONITOR, monitorId);
        }
        refuseSecond(pool, monitorId);
        var where = new ObjectRef(ObjectType.POOL, poolId);
        HealthMonitor standing = transaction.step(caller, Action.CREATE, where, editor -> editor.healthMonitors()
                .create(poolId, Labels.NONE, monitor.spec()));
        store.associate(standing.id(), monitorId);
    }

    void remove(Caller caller, UUID poolId, UUID monitorId) {
        views.pool(poolId);
        UUID standing =
                store.standingFor(monitorId, poolId).orElseThrow(() -> QuantumFault.notAssociated(monitorId, poolId));
        monitor(monitorId);
        change(caller, Action.DELETE, standing, monitors -> monitors.delete(standing));
    }

    /** Gives all health monitors that stand for a v1 monitor its spec. */
    void update(Caller caller, QuantumMonitor monitor) {
        Patch<HealthMonitorSpec> patch = new Patch<>(UnaryOperator.identity(), spec -> monitor.spec());
        store.standingFor(monitor.id())
                .forEach(standing ->
                        change(caller, Action.UPDATE, standing, monitors -> monitors.update(standing, patch)));
    }

    private static void refuseSecond(QuantumView.Pool pool, UUID monitorId) {
        if (pool.healthMonitors().contains(monitorId)) {
            throw QuantumFault.associated(monitorId, pool.id());
        }
        if (!pool.healthMonitors().isEmpty()) {
            throw QuantumFault.monitored(pool.id(), pool.healthMonitors().get(0));
        }
    }

    private void change(
            Caller caller, Action action, UUID standing, Function<HealthMonitorChanges, HealthMonitor> change) {
        transaction.step(
                caller,
                action,
                new ObjectRef(ObjectType.HEALTH_MONITOR, standing),
                editor -> change.apply(editor.healthMonitors()));
    }
}
