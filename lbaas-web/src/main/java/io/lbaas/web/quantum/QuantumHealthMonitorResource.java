package io.lbaas.web.quantum;

import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.quantum.MonitorTerms;
import io.lbaas.plugin.api.quantum.QuantumMonitors;
import io.lbaas.plugin.api.quantum.QuantumType;
import io.lbaas.plugin.api.quantum.QuantumView;
import io.lbaas.web.resource.ResourceTable;
import io.lbaas.web.schema.RequestBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;

/** Health monitors. */
@Path("v2/lbaas/lb/health_monitors")
@ApplicationScoped
public class QuantumHealthMonitorResource extends QuantumResource<QuantumMonitors.Create, QuantumView.HealthMonitor> {

    @Inject
    private QuantumMonitors monitors;

    public QuantumHealthMonitorResource() {
        super(QuantumType.HEALTH_MONITOR, QuantumSchemas.HEALTH_MONITOR, QuantumRendering::healthMonitor);
    }

    @Override
    protected ResourceTable<UUID, QuantumView.HealthMonitor> table(UriInfo uri) {
        return objects(monitors::show)
                .list(monitors::list)
                .update(HealthMonitorSpec.class, monitors::update)
                .delete(monitors::delete);
    }

    @Override
    QuantumMonitors.Create read(RequestBody body) {
        body.as(MonitorTerms.class);
        HealthMonitorSpec spec = body.as(HealthMonitorSpec.class);
        return new QuantumMonitors.Create(owner(body), spec);
    }

    @Override
    List<QuantumView.HealthMonitor> create(Caller caller, List<QuantumMonitors.Create> wanted) {
        return monitors.create(caller, wanted);
    }
}
