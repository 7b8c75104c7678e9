package io.lbaas.plugin.inventory;

import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Inventory;
import io.lbaas.plugin.list.Rows;
import io.lbaas.plugin.list.Sources;
import io.lbaas.plugin.rule.FieldRules;
import io.lbaas.plugin.service.InFaults;
import io.lbaas.plugin.store.DeviceRooms;
import io.lbaas.plugin.store.Devices;
import io.lbaas.plugin.store.VipNetworks;
import io.lbaas.plugin.tls.Sealer;
import io.lbaas.plugin.watch.DevicePatrol;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The operator's inventory. */
@Stateless
@InFaults
public class InventoryBean implements Inventory {

    @Inject
    private Devices devices;

    @Inject
    private DeviceRooms rooms;

    @Inject
    private VipNetworks networks;

    @Inject
    private DevicePatrol patrol;

    @Inject
    private Sealer sealer;

    @Inject
    private FieldRules fields;

    @Inject
    private Rows rows;

    @Override
    public Device addDevice(Caller caller, DeviceRequest request) {
        check(request);
        var device = new io.lbaas.plugin.entity.Device(UUID.randomUUID(), request.description(), Instant.now());
        admit(device, request);
        devices.add(device);
        patrol.probe(device);
        return view(device);
    }

    @Override
    public Device device(UUID id) {
        return view(devices.get(id));
    }

    @Override
    public List<Device> devices() {
        Map<UUID, Long> free = rooms.free();
        return devices.all().stream()
                // A device that has been added meanwhile holds nothing yet.
                .map(device ->
                        device.view(device.capacity() - free.getOrDefault(device.id(), (long) device.capacity())))
                .toList();
    }

    @Override
    public Device changeDevice(Caller caller, UUID id, DeviceRequest request) {
        check(request);
        var device = devices.get(id);
        DeviceDescription description = request.description();
        if (!device.driver().equals(description.driver())) {
            refuseInUse(device);
        }
        rooms.grow(id, description.capacity() - device.capacity());
        device.change(description);
        admit(device, request);
        patrol.probe(device);
        return view(device);
    }

    @Override
    public void removeDevice(Caller caller, UUID id) {
        var device = devices.get(id);
        refuseInUse(device);
        devices.remove(device);
    }

    private void admit(io.lbaas.plugin.entity.Device device, DeviceRequest request) {
        if (request.credentials() != null) {
            device.admitWith(sealer.close(request.credentials(), device.id()));
        }
    }

    private void check(DeviceRequest request) {
        DeviceDescription description = fields.check(request).description();
        description.vipSubnetIds().stream()
                .filter(id -> networks.subnet(id).isEmpty())
                .findFirst()
                .ifPresent(id -> {
                    throw Fault.invalidReference("Subnet", id);
                });
        description.flavorIds().stream()
                .filter(id -> rows.find(Sources.FLAVORS, id.toString()).isEmpty())
                .findFirst()
                .ifPresent(id -> {
                    throw Fault.invalidReference(Sources.FLAVORS.title(), id);
                });
    }

    private void refuseInUse(io.lbaas.plugin.entity.Device device) {
        if (rooms.free(device.id()) < device.capacity()) {
            throw Fault.inUse("Device", device.id());
        }
    }

    private Device view(io.lbaas.plugin.entity.Device device) {
        return device.view(device.capacity() - rooms.free(device.id()));
    }
}
