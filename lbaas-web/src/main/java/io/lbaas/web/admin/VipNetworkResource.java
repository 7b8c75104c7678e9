package io.lbaas.web.admin;

import io.lbaas.plugin.api.Networks;
import io.lbaas.plugin.api.Networks.Network;
import io.lbaas.plugin.api.Networks.NetworkRequest;
import io.lbaas.web.rendering.JsonOutput;
import io.lbaas.web.security.CurrentRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;

/** The networks that VIP subnets belong to. */
@Path("admin/v1/vip-networks")
@ApplicationScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class VipNetworkResource {

    private static final String TITLE = "Network";

    @Inject
    private Networks networks;

    @Inject
    private CurrentRequest request;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBodySchema(NetworkRequest.class)
    public Response create(InputStream body) {
        Network added = networks.addNetwork(request.caller(), AdminInput.read(NetworkRequest.class, body));
        return Response.status(Response.Status.CREATED)
                .entity(JsonOutput.of(added))
                .build();
    }

    @GET
    public JsonObject list() {
        return JsonOutput.object()
                .add("vip_networks", JsonOutput.of(networks.networks(null)))
                .build();
    }

    @GET
    @Path("{id}")
    public JsonValue show(@PathParam("id") String id) {
        return JsonOutput.of(networks.network(AdminInput.id(TITLE, id)));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBodySchema(NetworkRequest.class)
    public JsonValue update(@PathParam("id") String id, InputStream body) {
        NetworkRequest wanted = AdminInput.read(NetworkRequest.class, body);
        return JsonOutput.of(networks.changeNetwork(request.caller(), AdminInput.id(TITLE, id), wanted));
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") String id) {
        networks.removeNetwork(request.caller(), AdminInput.id(TITLE, id));
    }
}
