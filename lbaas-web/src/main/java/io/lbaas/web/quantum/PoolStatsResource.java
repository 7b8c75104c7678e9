package io.lbaas.web.quantum;

import io.lbaas.plugin.api.Statistics;
import io.lbaas.plugin.api.Statistics.Traffic;
import io.lbaas.plugin.api.quantum.QuantumPools;
import io.lbaas.plugin.api.quantum.QuantumType;
import io.lbaas.plugin.api.quantum.QuantumView;
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
import java.util.Optional;

/** How much traffic a pool had, which is that of its vip. */
@Path("v2/lbaas/lb/pools/{id}/stats")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PoolStatsResource {

    @Inject
    private Statistics statistics;

    @Inject
    private QuantumPools pools;

    @Inject
    private CurrentRequest request;

    @GET
    public JsonObject show(@PathParam("id") String id) {
        QuantumView.Pool pool = pools.show(QuantumResource.id(QuantumType.POOL, id));
        request.require(Permission.READ, pool.tenantId());
        Traffic traffic = statistics.ofListeners(
                Optional.ofNullable(pool.vipId()).stream().toList());
        return JsonOutput.object()
                .add(
                        "stats",
                        JsonOutput.object()
                                .add("bytes_in", traffic.bytesIn())
                                .add("bytes_out", traffic.bytesOut())
                                .add("active_connections", traffic.activeConnections())
                                .add("total_connections", traffic.totalConnections()))
                .build();
    }
}
