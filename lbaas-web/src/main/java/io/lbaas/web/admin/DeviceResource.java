package io.lbaas.web.admin;

import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Inventory;
import io.lbaas.plugin.api.Inventory.Device;
import io.lbaas.plugin.api.Inventory.DeviceRequest;
import io.lbaas.web.rendering.JsonOutput;
import io.lbaas.web.security.CurrentRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The devices that load balancers are placed on. */
@Path("admin/v1/devices")
@ApplicationScoped
@RolesAllowed("admin")
public class DeviceResource extends AdminResource<DeviceRequest, Device> {

    private static final String TITLE = "Device";

    @Inject
    private Inventory inventory;

    @Inject
    private CurrentRequest request;

    public DeviceResource() {
        super(DeviceRequest.class, TITLE, "devices");
    }

    @Override
    protected Device add(Caller caller, DeviceRequest wanted) {
        return inventory.addDevice(caller, wanted);
    }

    @Override
    protected List<Device> all() {
        return inventory.devices();
    }

    @Override
    protected Device find(UUID id) {
        return inventory.device(id);
    }

    @Override
    protected Device change(Caller caller, UUID id, DeviceRequest wanted) {
        return inventory.changeDevice(caller, id, wanted);
    }

    @Override
    protected void remove(Caller caller, UUID id) {
        inventory.removeDevice(caller, id);
    }

    /** What happened to the device, the latest first. */
    @GET
    @Path("{id}/history")
    public JsonObject history(@PathParam("id") String id) {
        return JsonOutput.object()
                .add("history", JsonOutput.of(inventory.history(AdminInput.id(TITLE, id))))
                .build();
    }

    /** Begins to move all load balancers of the device to others. */
    @POST
    @Path("{id}/evacuate")
    @Operation(summary = "Move all load balancers of a device to others")
    @APIResponse(responseCode = "202")
    public Response evacuate(@PathParam("id") String id) {
        inventory.evacuate(request.caller(), AdminInput.id(TITLE, id));
        return Response.accepted().build();
    }
}
