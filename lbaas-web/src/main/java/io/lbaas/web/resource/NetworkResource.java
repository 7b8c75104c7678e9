package io.lbaas.web.resource;

import io.lbaas.plugin.api.Inventory;
import io.lbaas.plugin.api.Inventory.Subnet;
import io.lbaas.web.rendering.JsonOutput;
import io.lbaas.web.security.CurrentRequest;
import io.lbaas.web.security.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/**
 * The little of a network service that the command line client asks for before it creates a load balancer: whether
 * there is a subnet or network of that id or name. A network has the name of its subnet.
 */
@Path("v2/lbaas")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class NetworkResource {

    @Inject
    private Inventory inventory;

    @Inject
    private CurrentRequest request;

    @GET
    @Path("subnets")
    public JsonObject subnets(@QueryParam("id") String id, @QueryParam("name") String name) {
        JsonArrayBuilder found = JsonOutput.array();
        requireReader();
        for (Subnet subnet : inventory.subnets()) {
            if (matches(subnet.id(), id) && matches(subnet.name(), name)) {
                found.add(JsonOutput.object()
                        .add("id", subnet.id().toString())
                        .add("name", subnet.name())
                        .add("cidr", subnet.cidr())
                        .add("network_id", JsonOutput.of(subnet.networkId())));
            }
        }
        return JsonOutput.object().add("subnets", found).build();
    }

    @GET
    @Path("networks")
    public JsonObject networks(@QueryParam("id") String id, @QueryParam("name") String name) {
        JsonArrayBuilder found = JsonOutput.array();
        requireReader();
        for (Subnet subnet : inventory.subnets()) {
            if (subnet.networkId() != null && matches(subnet.networkId(), id) && matches(subnet.name(), name)) {
                found.add(JsonOutput.object()
                        .add("id", subnet.networkId().toString())
                        .add("name", subnet.name()));
            }
        }
        return JsonOutput.object().add("networks", found).build();
    }

    private void requireReader() {
        request.require(Permission.READ, request.projectOr(null));
    }

    private static boolean matches(Object value, String wanted) {
        return wanted == null || wanted.equals(value.toString());
    }
}
