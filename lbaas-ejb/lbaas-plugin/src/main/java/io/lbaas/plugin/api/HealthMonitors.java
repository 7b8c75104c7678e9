package io.lbaas.plugin.api;

import io.lbaas.model.HealthMonitorSpec;
import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/** Health monitors. Every method may throw {@link Fault}. */
@Local
public interface HealthMonitors {

    View.OfHealthMonitor create(Caller caller, UUID poolId, Labels labels, HealthMonitorSpec spec);

    View.OfHealthMonitor show(UUID id);

    List<View.OfHealthMonitor> list(Query query);

    View.OfHealthMonitor update(Caller caller, UUID id, Patch<HealthMonitorSpec> patch);

    void delete(Caller caller, UUID id);
}
