package io.lbaas.plugin.service;

import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.HealthMonitors;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.Operations.Action;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.api.Query;
import io.lbaas.plugin.api.View;
import io.lbaas.plugin.list.Lists;
import io.lbaas.plugin.tree.Views;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Health monitors. */
@Stateless
@InFaults
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class HealthMonitorsBean implements HealthMonitors {

    @Inject
    private TreeTransaction transaction;

    @Inject
    private Lists lists;

    @Override
    public View.OfHealthMonitor create(Caller caller, UUID poolId, Labels labels, HealthMonitorSpec spec) {
        var where = new ObjectRef(ObjectType.POOL, poolId);
        return transaction.change(
                caller,
                Action.CREATE,
                where,
                editor -> editor.healthMonitors().create(poolId, labels, spec),
                (tree, monitor) -> Views.of(monitor));
    }

    @Override
    public View.OfHealthMonitor show(UUID id) {
        return lists.healthMonitor(id);
    }

    @Override
    public List<View.OfHealthMonitor> list(Query query) {
        return lists.healthMonitors(query);
    }

    @Override
    public View.OfHealthMonitor update(Caller caller, UUID id, Patch<HealthMonitorSpec> patch) {
        return transaction.change(
                caller,
                Action.UPDATE,
                ref(id),
                editor -> editor.healthMonitors().update(id, patch),
                (tree, monitor) -> Views.of(monitor));
    }

    @Override
    public void delete(Caller caller, UUID id) {
        transaction.change(caller, Action.DELETE, ref(id), editor -> editor.healthMonitors()
                .delete(id));
    }

    private static ObjectRef ref(UUID id) {
        return new ObjectRef(ObjectType.HEALTH_MONITOR, id);
    }
}
