package io.lbaas.web.resource;

import static io.lbaas.model.ObjectType.LOAD_BALANCER;

import io.lbaas.plugin.api.Operations;
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

/** What was done to a load balancer and how far each change came. Not part of the OpenStack API. */
@Path("v2/lbaas/loadbalancers/{id}/operations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class OperationResource {

    private static final int LATEST = 100;

    @Inject
    private Operations operations;

    @Inject
    private CurrentRequest request;

    @GET
    public JsonObject list(@PathParam("id") String path) {
        UUID id = Ids.of(LOAD_BALANCER, path);
        request.require(Permission.READ, LOAD_BALANCER, id);
        return JsonOutput.object()
                .add("operations", JsonOutput.of(operations.ofLoadBalancer(id, LATEST)))
                .build();
    }
}
