package io.lbaas.plugin.quantum;

import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.PoolProtocol;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.api.Query;
import io.lbaas.plugin.api.quantum.QuantumFault;
import io.lbaas.plugin.api.quantum.QuantumMonitors;
import io.lbaas.plugin.api.quantum.QuantumView;
import io.lbaas.plugin.entity.QuantumMonitor;
import io.lbaas.plugin.rule.FieldRules;
import io.lbaas.plugin.rule.HealthMonitorRules;
import io.lbaas.plugin.service.InFaults;
import io.lbaas.plugin.service.SharedTransaction;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Health monitors. */
@Stateless
@InFaults
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class QuantumMonitorsBean implements QuantumMonitors {

    @Inject
    private SharedTransaction one;

    @Inject
    private Associations associations;

    @Inject
    private QuantumStore store;

    @Inject
    private QuantumViews views;

    @Inject
    private FieldRules fields;

    @Override
    public List<QuantumView.HealthMonitor> create(Caller caller, List<Create> wanted) {
        return one.together(() -> wanted.stream().map(this::create).toList());
    }

    @Override
    public QuantumView.HealthMonitor show(UUID id) {
        return views.monitor(id);
    }

    @Override
    public List<QuantumView.HealthMonitor> list(Query query) {
        return views.monitors(query);
    }

    @Override
    public QuantumView.HealthMonitor update(Caller caller, UUID id, Patch<HealthMonitorSpec> patch) {
        return one.together(() -> {
            QuantumMonitor monitor = associations.monitor(id);
            monitor.change(check(patch.spec().apply(monitor.spec())));
            associations.update(caller, monitor);
            return views.monitor(id);
        });
    }

    @Override
    public void delete(Caller caller, UUID id) {
        one.together(() -> {
            QuantumMonitor monitor = associations.monitor(id);
            if (!store.standingFor(id).isEmpty()) {
                throw QuantumFault.monitorInUse(id);
            }
            store.removeMonitor(monitor);
            return monitor;
        });
    }

    @Override
    public void associate(Caller caller, UUID poolId, List<UUID> ids) {
        one.together(() -> {
            ids.forEach(id -> associations.add(caller, poolId, id));
            return ids;
        });
    }

    @Override
    public void disassociate(Caller caller, UUID poolId, UUID id) {
        one.together(() -> {
            associations.remove(caller, poolId, id);
            return id;
        });
    }

    private QuantumView.HealthMonitor create(Create wanted) {
        var monitor = new QuantumMonitor(UUID.randomUUID(), wanted.projectId(), check(wanted.spec()), Instant.now());
        store.addMonitor(monitor);
        return views.monitor(monitor.id());
    }

    /** In v1 the retries are the failures after which a member is down; it is up again after as many successes. */
    private HealthMonitorSpec check(HealthMonitorSpec asked) {
        HealthMonitorSpec spec = asked.withMaxRetriesDown(asked.maxRetries());
        return HealthMonitorRules.check(fields.check(spec), PoolProtocol.TCP);
    }
}
