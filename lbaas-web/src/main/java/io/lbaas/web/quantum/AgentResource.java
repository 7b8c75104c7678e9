package io.lbaas.web.quantum;

import io.lbaas.plugin.api.Inventory;
import io.lbaas.plugin.api.Inventory.Device;
import io.lbaas.plugin.api.Query;
import io.lbaas.plugin.api.quantum.QuantumPools;
import io.lbaas.plugin.api.quantum.QuantumView;
import io.lbaas.web.binding.Scalars;
import io.lbaas.web.rendering.JsonOutput;
import io.lbaas.web.security.CurrentRequest;
import io.lbaas.web.security.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

/**
 * Where pools are. In v1 an agent is what holds them; here that is a device, which any agent may serve, so devices are
 * shown as agents.
 */
@Path("v2/lbaas")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AgentResource {

    @Inject
    private Inventory inventory;

    @Inject
    private QuantumPools pools;

    @Inject
    private CurrentRequest request;

    @GET
    @Path("agents")
    public JsonObject list() {
        requireOperator();
        return JsonOutput.object()
                .add("agents", JsonOutput.array(inventory.devices().stream().map(QuantumRendering::agent)))
                .build();
    }

    @GET
    @Path("agents/{id}")
    public JsonObject show(@PathParam("id") String id) {
        requireOperator();
        return JsonOutput.object()
                .add("agent", QuantumRendering.agent(device(id)))
                .build();
    }

    @GET
    @Path("agents/{id}/loadbalancer-pools")
    public JsonObject pools(@PathParam("id") String id) {
        requireOperator();
        var onDevice = Map.of("device_id", device(id).id().toString());
        List<QuantumView.Pool> found = pools.list(new Query(null, onDevice, List.of(), 0, null, false));
        return JsonOutput.object()
                .add("pools", JsonOutput.array(found.stream().map(QuantumRendering::pool)))
                .build();
    }

    private void requireOperator() {
        request.require(Permission.ADMIN, request.projectOr(null));
    }

    private Device device(String id) {
        try {
            return inventory.device(Scalars.uuid(id));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException("Agent " + id + " could not be found", e);
        }
    }
}
