package io.lbaas.web.admin;

import io.lbaas.plugin.api.Inventory;
import io.lbaas.plugin.api.Inventory.Device;
import io.lbaas.plugin.api.Inventory.DeviceRequest;
import io.lbaas.web.rendering.JsonOutput;
import io.lbaas.web.security.CurrentRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
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

/** The devices that load balancers are placed on. */
@Path("admin/v1/devices")
@ApplicationScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class DeviceResource {

    private static final String TITLE = "Device";

    @Inject
    private Inventory inventory;

    @Inject
    private CurrentRequest request;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBodySchema(DeviceRequest.class)
    public Response create(InputStream body) {
        Device added = inventory.addDevice(request.caller(), AdminInput.read(DeviceRequest.class, body));
        return Response.status(Response.Status.CREATED).entity(render(added)).build();
    }

    @GET
    public JsonObject list() {
        return JsonOutput.object()
                .add(
                        "devices",
                        JsonOutput.of(inventory.devices().stream()
                                .map(DeviceResource::render)
                                .toList()))
                .build();
    }

    @GET
    @Path("{id}")
    public JsonObject show(@PathParam("id") String id) {
        return render(inventory.device(AdminInput.id(TITLE, id)));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBodySchema(DeviceRequest.class)
    public JsonObject update(@PathParam("id") String id, InputStream body) {
        DeviceRequest wanted = AdminInput.read(DeviceRequest.class, body);
        return render(inventory.changeDevice(request.caller(), AdminInput.id(TITLE, id), wanted));
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") String id) {
        inventory.removeDevice(request.caller(), AdminInput.id(TITLE, id));
    }

    /** What the operator said of it and what is known of it, side by side. */
    static JsonObject render(Device device) {
        JsonObjectBuilder object = JsonOutput.object();
        JsonOutput.addAll(object, device.request());
        JsonOutput.addAll(object, device);
        return object.remove("request").build();
    }
}
