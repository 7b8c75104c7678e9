package io.lbaas.web.quantum;

import io.lbaas.plugin.api.quantum.QuantumMonitors;
import io.lbaas.plugin.api.quantum.QuantumPools;
import io.lbaas.plugin.api.quantum.QuantumType;
import io.lbaas.web.rendering.JsonOutput;
import io.lbaas.web.resource.Idempotent;
import io.lbaas.web.schema.Schema;
import io.lbaas.web.security.CurrentRequest;
import io.lbaas.web.security.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/** The associations of a pool with health monitors. */
@Path("v2/lbaas/lb/pools/{pool}/health_monitors")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PoolMonitorResource {

    @Inject
    private QuantumMonitors monitors;

    @Inject
    private QuantumPools pools;

    @Inject
    private Idempotent idempotent;

    @Inject
    private CurrentRequest request;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@PathParam("pool") String path, @Context HttpHeaders headers, InputStream input) {
        return idempotent.once(headers, input, body -> create(path, body));
    }

    private Response create(String path, InputStream input) {
        Schema.Creations creations = QuantumSchemas.POOL_MONITOR.oneOrMore(input);
        List<UUID> ids = creations.bodies().stream()
                .map(body -> body.as(QuantumSchemas.Reference.class).id())
                .toList();
        UUID pool = writable(path);
        monitors.associate(request.caller(), pool, ids);
        return Response.status(Response.Status.CREATED)
                .entity(creations.bulk() ? listed(ids) : wrapped(ids.get(0)))
                .build();
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("pool") String path, @PathParam("id") String id) {
        UUID pool = writable(path);
        monitors.disassociate(request.caller(), pool, QuantumResource.id(QuantumType.HEALTH_MONITOR, id));
    }

    private UUID writable(String path) {
        UUID pool = QuantumResource.id(QuantumType.POOL, path);
        request.require(Permission.WRITE, pools.show(pool).tenantId());
        return pool;
    }

    private static JsonObject wrapped(UUID id) {
        return JsonOutput.object().add("health_monitor", reference(id)).build();
    }

    private static JsonObject listed(List<UUID> ids) {
        return JsonOutput.object()
                .add("health_monitors", JsonOutput.array(ids.stream().map(PoolMonitorResource::reference)))
                .build();
    }

    private static JsonObject reference(UUID id) {
        return JsonOutput.object().add("id", id.toString()).build();
    }
}
