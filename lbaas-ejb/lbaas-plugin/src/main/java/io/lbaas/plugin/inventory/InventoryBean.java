package io.lbaas.plugin.inventory;

import io.lbaas.driver.spi.DeviceKeys;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Inventory;
import io.lbaas.plugin.entity.InstantColumn;
import io.lbaas.plugin.list.Rows;
import io.lbaas.plugin.list.Sources;
import io.lbaas.plugin.move.Departures;
import io.lbaas.plugin.rule.FieldRules;
import io.lbaas.plugin.service.InFaults;
import io.lbaas.plugin.store.DeviceEvents;
import io.lbaas.plugin.store.DeviceRooms;
import io.lbaas.plugin.store.Devices;
import io.lbaas.plugin.store.FormerPlaces;
import io.lbaas.plugin.store.Observations;
import io.lbaas.plugin.store.Trees;
import io.lbaas.plugin.store.VipNetworks;
import io.lbaas.plugin.tls.Sealer;
import io.lbaas.plugin.watch.Closures;
import io.lbaas.plugin.watch.DevicePatrol;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private FormerPlaces formers;

    @Inject
    private Departures departures;

    @Inject
    private DeviceEvents events;

    @Inject
    private Observations observations;

    @Inject
    private Trees trees;

    @Inject
    private DevicePatrol patrol;

    @Inject
    private Closures closures;

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
        Map<UUID, Long> stale = formers.stale();
        return devices.all().stream()
                // A device that has been added meanwhile holds nothing yet.
                .map(device -> view(
                        device,
                        free.getOrDefault(device.id(), (long) device.capacity()),
                        stale.getOrDefault(device.id(), 0L)))
                .toList();
    }

    @Override
    public List<Event> history(UUID id) {
        return events.of(devices.get(id).id());
    }

    @Override
    public void evacuate(Caller caller, UUID id) {
        var device = devices.lock(id);
        device.evacuate(caller.user());
        events.add(id, InstantColumn.now(), EventKind.EVACUATING, "As " + caller.user() + " asked");
    }

    @Override
    public Device changeDevice(Caller caller, UUID id, DeviceRequest request) {
        check(request);
        var device = devices.lock(id);
        DeviceDescription description = request.description();
        if (!device.driver().equals(description.driver())) {
            refuseInUse(device);
        }
        rooms.grow(id, description.capacity() - device.capacity());
        device.change(description);
        admit(device, request);
        // What waits for it may go through now.
        observations.hastenResend(id);
        formers.hasten(id);
        patrol.probe(device);
        if (!device.touchable()) {
            closures.close(device);
        }
        return view(device);
    }

    @Override
    public void removeDevice(Caller caller, UUID id) {
        var device = devices.lock(id);
        refuseInUse(device);
        departures.forget(id, InstantColumn.now());
        devices.remove(device);
    }

    private void admit(io.lbaas.plugin.entity.Device device, DeviceRequest request) {
        if (request.credentials() != null) {
            device.admitWith(sealer.close(request.credentials(), device.id()));
        }
    }

    private void check(DeviceRequest request) {
        DeviceDescription description = fields.check(request).description();
        devices.declared(description.driver()).ifPresent(keys -> refuseUnknown(keys, request));
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

    /** As far as a device of the driver has said which keys there are; a probe has the last word. */
    private static void refuseUnknown(DeviceKeys keys, DeviceRequest request) {
        Set<String> credentials =
                request.credentials() == null ? Set.of() : request.credentials().keySet();
        String problem = keys.problem(request.description().settings().keySet(), credentials);
        if (!problem.isEmpty()) {
            throw Fault.validation(problem);
        }
    }

    private void refuseInUse(io.lbaas.plugin.entity.Device device) {
        // Until the transaction ends nobody else is placed there.
        rooms.free(device.id());
        if (!trees.on(device.id(), 1).isEmpty()) {
            throw Fault.inUse("Device", device.id());
        }
    }

    private Device view(io.lbaas.plugin.entity.Device device) {
        return view(device, rooms.free(device.id()), formers.stale().getOrDefault(device.id(), 0L));
    }

    private static Device view(io.lbaas.plugin.entity.Device device, long free, long stale) {
        return device.view(device.capacity() - free, stale);
    }
}
