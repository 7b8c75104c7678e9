package io.lbaas.plugin.inventory;

import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Inventory;
import io.lbaas.plugin.entity.VipSubnet;
import io.lbaas.plugin.rule.Cidr;
import io.lbaas.plugin.rule.FieldRules;
import io.lbaas.plugin.service.InFaults;
import io.lbaas.plugin.store.Devices;
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
    private DevicePatrol patrol;

    @Inject
    private FieldRules fields;

    @Override
    public Device addDevice(Caller caller, DeviceRequest request) {
        check(request);
        var device = new io.lbaas.plugin.entity.Device(UUID.randomUUID(), request, Instant.now());
        devices.add(device);
        patrol.probe(device);
        return device.view(0);
    }

    @Override
    public Device device(UUID id) {
        return view(devices.get(id));
    }

    @Override
    public List<Device> devices() {
        Map<UUID, Long> loads = devices.loads();
        return devices.all().stream()
                .map(device -> device.view(loads.getOrDefault(device.id(), 0L)))
                .toList();
    }

    @Override
    public Device changeDevice(Caller caller, UUID id, DeviceRequest request) {
        check(request);
        var device = devices.get(id);
        if (!device.driver().equals(request.driver())) {
            refuseInUse(device);
        }
        device.change(request);
        patrol.probe(device);
        return view(device);
    }

    @Override
    public void removeDevice(Caller caller, UUID id) {
        var device = devices.get(id);
        refuseInUse(device);
        devices.remove(device);
    }

    @Override
    public Subnet addSubnet(Caller caller, SubnetRequest request) {
        fields.check(request);
        Cidr cidr = Cidr.parse(request.cidr())
                .orElseThrow(() -> Fault.invalidField("cidr", request.cidr(), "Value should be in CIDR form"));
        devices.subnets().stream()
                .filter(subnet -> Cidr.parse(subnet.cidr()).orElseThrow().overlaps(cidr))
                .findFirst()
                .ifPresent(subnet -> {
                    throw Fault.conflict("Subnet " + subnet.id() + " overlaps with " + cidr);
                });
        UUID network = request.networkId() == null ? UUID.randomUUID() : request.networkId();
        var subnet = new VipSubnet(UUID.randomUUID(), request.name(), cidr.toString(), network);
        devices.addSubnet(subnet);
        return view(subnet, 0);
    }

    @Override
    public Subnet subnet(UUID id) {
        return view(find(id), devices.allocations().getOrDefault(id, 0L));
    }

    @Override
    public List<Subnet> subnets() {
        Map<UUID, Long> allocations = devices.allocations();
        return devices.subnets().stream()
                .map(subnet -> view(subnet, allocations.getOrDefault(subnet.id(), 0L)))
                .toList();
    }

    @Override
    public void removeSubnet(Caller caller, UUID id) {
        VipSubnet subnet = find(id);
        boolean served = devices.all().stream().anyMatch(device -> device.isGiven(id));
        if (served || devices.allocations().containsKey(id)) {
            throw Fault.conflict("Subnet " + id + " is in use and cannot be modified.");
        }
        devices.removeSubnet(subnet);
    }

    private void check(DeviceRequest request) {
        fields.check(request);
        request.vipSubnetIds().stream()
                .filter(id -> devices.findSubnet(id).isEmpty())
                .findFirst()
                .ifPresent(id -> {
                    throw Fault.invalid("Subnet " + id + " not found.");
                });
    }

    private void refuseInUse(io.lbaas.plugin.entity.Device device) {
        if (devices.load(device.id()) > 0) {
            throw Fault.conflict("Device " + device.id() + " is in use and cannot be modified.");
        }
    }

    private Device view(io.lbaas.plugin.entity.Device device) {
        return device.view(devices.load(device.id()));
    }

    private VipSubnet find(UUID id) {
        return devices.findSubnet(id).orElseThrow(() -> Fault.notFound("Subnet", id));
    }

    private static Subnet view(VipSubnet subnet, long allocated) {
        return new Subnet(subnet.id(), subnet.name(), subnet.cidr(), subnet.networkId(), allocated);
    }
}
