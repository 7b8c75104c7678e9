package io.lbaas.plugin.api.quantum;

import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.api.Query;
import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/**
 * Health monitors, which belong to a project and can be associated with any number of its pools. Every method may throw
 * {@link io.lbaas.plugin.api.Fault}.
 */
@Local
public interface QuantumMonitors {

    /** A new health monitor. */
    record Create(String projectId, HealthMonitorSpec spec) {}

    /** Makes all of them or none. */
    List<QuantumView.HealthMonitor> create(Caller caller, List<Create> wanted);

    QuantumView.HealthMonitor show(UUID id);

    List<QuantumView.HealthMonitor> list(Query query);

    /** Changes a health monitor for all pools that it is associated with, or for none. */
    QuantumView.HealthMonitor update(Caller caller, UUID id, Patch<HealthMonitorSpec> patch);

    /** Deletes a health monitor that no pool is associated with. */
    void delete(Caller caller, UUID id);

    /** Has a pool checked by a health monitor; by all of them or none. */
    void associate(Caller caller, UUID poolId, List<UUID> ids);

    void disassociate(Caller caller, UUID poolId, UUID id);
}
