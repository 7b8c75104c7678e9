package io.lbaas.web.resource;

import static io.lbaas.model.ObjectType.HEALTH_MONITOR;
import static io.lbaas.model.ObjectType.POOL;

import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.plugin.api.HealthMonitors;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.api.View;
import io.lbaas.web.query.ListRequest;
import io.lbaas.web.rendering.Rendering;
import io.lbaas.web.schema.CreateRequest;
import io.lbaas.web.schema.RequestBody;
import io.lbaas.web.schema.Schemas;
import io.lbaas.web.security.CurrentRequest;
import io.lbaas.web.security.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/** Health monitors. */
@Path("v2/lbaas/healthmonitors")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class HealthMonitorResource {

    @Inject
    private HealthMonitors healthMonitors;

    @Inject
    private CurrentRequest request;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(InputStream input) {
        RequestBody body = Schemas.HEALTH_MONITOR.creation(input);
        UUID poolId = body.as(CreateRequest.OfHealthMonitor.class).poolId();
        Labels labels = body.as(Labels.class);
        HealthMonitorSpec spec = body.as(HealthMonitorSpec.class);
        request.require(Permission.WRITE, POOL, poolId);
        View.OfHealthMonitor created = healthMonitors.create(request.caller(), poolId, labels, spec);
        return Answers.created(Schemas.HEALTH_MONITOR, Rendering.healthMonitor(created));
    }

    @GET
    public JsonObject list(@Context UriInfo uri) {
        ListRequest list = ListRequest.of(uri.getQueryParameters());
        List<View.OfHealthMonitor> found = healthMonitors.list(request.visible(list));
        return Answers.listed(Schemas.HEALTH_MONITOR, found, Rendering::healthMonitor, list, request, uri);
    }

    @GET
    @Path("{id}")
    public JsonObject show(@PathParam("id") String id, @QueryParam("fields") List<String> fields) {
        View.OfHealthMonitor found = healthMonitors.show(Ids.of(HEALTH_MONITOR, id));
        request.require(Permission.READ, found.state().projectId());
        return Answers.shown(Schemas.HEALTH_MONITOR, Rendering.healthMonitor(found), fields);
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject update(@PathParam("id") String path, InputStream input) {
        RequestBody body = Schemas.HEALTH_MONITOR.update(input);
        Patch<HealthMonitorSpec> patch = body.patch(HealthMonitorSpec.class);
        UUID id = Ids.of(HEALTH_MONITOR, path);
        request.require(Permission.WRITE, HEALTH_MONITOR, id);
        View.OfHealthMonitor updated = healthMonitors.update(request.caller(), id, patch);
        return Answers.updated(Schemas.HEALTH_MONITOR, Rendering.healthMonitor(updated));
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") String path) {
        UUID id = Ids.of(HEALTH_MONITOR, path);
        request.require(Permission.WRITE, HEALTH_MONITOR, id);
        healthMonitors.delete(request.caller(), id);
    }
}
