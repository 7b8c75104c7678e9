package io.lbaas.web.resource;

import static io.lbaas.model.ObjectType.HEALTH_MONITOR;
import static io.lbaas.model.ObjectType.POOL;

import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.HealthMonitors;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.View;
import io.lbaas.web.rendering.Rendering;
import io.lbaas.web.schema.CreateRequest;
import io.lbaas.web.schema.RequestBody;
import io.lbaas.web.schema.Schemas;
import io.lbaas.web.security.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** Health monitors. */
@Path("v2/lbaas/healthmonitors")
@ApplicationScoped
public class HealthMonitorResource extends ObjectResource<View.OfHealthMonitor> {

    @Inject
    private HealthMonitors healthMonitors;

    public HealthMonitorResource() {
        super(HEALTH_MONITOR);
    }

    @Override
    protected ResourceTable<UUID, View.OfHealthMonitor> table(UriInfo uri) {
        return objects(Schemas.HEALTH_MONITOR, Rendering::healthMonitor)
                .create(this::create)
                .list(healthMonitors::list)
                .show(healthMonitors::show)
                .update(HealthMonitorSpec.class, healthMonitors::update)
                .delete(healthMonitors::delete);
    }

    private View.OfHealthMonitor create(Caller caller, RequestBody body) {
        UUID poolId = body.as(CreateRequest.OfHealthMonitor.class).poolId();
        Labels labels = body.as(Labels.class);
        HealthMonitorSpec spec = body.as(HealthMonitorSpec.class);
        request().require(Permission.WRITE, POOL, poolId);
        return healthMonitors.create(caller, poolId, labels, spec);
    }
}
