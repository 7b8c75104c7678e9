package io.lbaas.web.admin;

import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Inventory;
import io.lbaas.plugin.api.Inventory.Device;
import io.lbaas.plugin.api.Inventory.DeviceRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;

/** The devices that load balancers are placed on. */
@Path("admin/v1/devices")
@ApplicationScoped
@RolesAllowed("admin")
public class DeviceResource extends AdminResource<DeviceRequest, Device> {

    @Inject
    private Inventory inventory;

    public DeviceResource() {
        super(DeviceRequest.class, "Device", "devices");
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
}
