package io.lbaas.web.quantum;

import io.lbaas.plugin.api.Inventory;
import io.lbaas.plugin.api.quantum.QuantumPools;
import io.lbaas.plugin.api.quantum.QuantumType;
import io.lbaas.web.rendering.JsonOutput;
import io.lbaas.web.security.CurrentRequest;
import io.lbaas.web.security.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** The agent of a pool: the device that it was placed on. */
@Path("v2/lbaas/lb/pools/{id}/loadbalancer-agent")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PoolAgentResource {

    @Inject
    private Inventory inventory;

    @Inject
    private QuantumPools pools;

    @Inject
    private CurrentRequest request;

    @GET
    public JsonObject show(@PathParam("id") String id) {
        request.require(Permission.ADMIN, request.projectOr(null));
        UUID deviceId = pools.show(QuantumResource.id(QuantumType.POOL, id)).deviceId();
        return JsonOutput.object()
                .add("agent", QuantumRendering.agent(inventory.device(deviceId)))
                .build();
    }
}
