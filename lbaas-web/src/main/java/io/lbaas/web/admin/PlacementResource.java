package io.lbaas.web.admin;

import io.lbaas.plugin.api.LoadBalancers;
import io.lbaas.web.security.CurrentRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Which devices load balancers are on. */
@Path("admin/v1/load-balancers")
@ApplicationScoped
@RolesAllowed("admin")
public class PlacementResource {

    @Inject
    private LoadBalancers loadBalancers;

    @Inject
    private CurrentRequest request;

    /** Moves a load balancer to that device, or to any other where none is named. */
    @POST
    @Path("{id}/move")
    @Operation(summary = "Move a load balancer to another device")
    @APIResponse(responseCode = "202")
    public Response move(@PathParam("id") String id, @QueryParam("device_id") String device) {
        UUID target = device == null ? null : AdminInput.id("Device", device);
        loadBalancers.move(request.caller(), AdminInput.id("Load Balancer", id), target);
        return Response.accepted().build();
    }
}
