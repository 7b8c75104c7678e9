package io.lbaas.web.admin;

import io.lbaas.plugin.api.Networks;
import io.lbaas.plugin.api.Networks.Subnet;
import io.lbaas.plugin.api.Networks.SubnetRequest;
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

/** The subnets that the addresses of load balancers are taken from. */
@Path("admin/v1/vip-subnets")
@ApplicationScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class VipSubnetResource {

    private static final String TITLE = "Subnet";

    @Inject
    private Networks networks;

    @Inject
    private CurrentRequest request;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBodySchema(SubnetRequest.class)
    public Response create(InputStream body) {
        Subnet added = networks.addSubnet(request.caller(), AdminInput.read(SubnetRequest.class, body));
        return Response.status(Response.Status.CREATED)
                .entity(JsonOutput.of(added))
                .build();
    }

    @GET
    public JsonObject list() {
        return JsonOutput.object()
                .add("vip_subnets", JsonOutput.of(networks.subnets(null)))
                .build();
    }

    @GET
    @Path("{id}")
    public JsonValue show(@PathParam("id") String id) {
        return JsonOutput.of(networks.subnet(AdminInput.id(TITLE, id)));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBodySchema(SubnetRequest.class)
    public JsonValue update(@PathParam("id") String id, InputStream body) {
        SubnetRequest wanted = AdminInput.read(SubnetRequest.class, body);
        return JsonOutput.of(networks.changeSubnet(request.caller(), AdminInput.id(TITLE, id), wanted));
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") String id) {
        networks.removeSubnet(request.caller(), AdminInput.id(TITLE, id));
    }
}
