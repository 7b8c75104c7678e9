package io.lbaas.plugin.inventory;

import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Networks;
import io.lbaas.plugin.config.Settings;
import io.lbaas.plugin.entity.VipNetwork;
import io.lbaas.plugin.entity.VipPort;
import io.lbaas.plugin.entity.VipSubnet;
import io.lbaas.plugin.place.VipAllocator;
import io.lbaas.plugin.rule.AddressPlan;
import io.lbaas.plugin.rule.FieldRules;
import io.lbaas.plugin.rule.IpAddress;
import io.lbaas.plugin.service.InFaults;
import io.lbaas.plugin.store.Devices;
import io.lbaas.plugin.store.VipNetworks;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Networks, subnets and reserved addresses. */
@Stateless
@InFaults
public class NetworksBean implements Networks {

    private static final String NETWORK = "Network";
    private static final String SUBNET = "Subnet";
    private static final String PORT = "Port";

    @Inject
    private VipNetworks networks;

    @Inject
    private VipAllocator allocator;

    @Inject
    private Devices devices;

    @Inject
    private FieldRules fields;

    @Inject
    private Settings settings;

    @Override
    public Network addNetwork(Caller caller, NetworkRequest request) {
        return add(fields.check(request)).view();
    }

    @Override
    public Network network(UUID id) {
        return findNetwork(id).view();
    }

    @Override
    public List<Network> networks(String projectId) {
        return networks.networks().stream()
                .filter(network -> projectId == null || network.isFor(projectId))
                .map(VipNetwork::view)
                .toList();
    }

    @Override
    public Network changeNetwork(Caller caller, UUID id, NetworkRequest request) {
        VipNetwork network = findNetwork(id);
        network.change(fields.check(request));
        networks.save();
        return network.view();
    }

    @Override
    public void removeNetwork(Caller caller, UUID id) {
        VipNetwork network = findNetwork(id);
        if (!networks.subnetsOf(id).isEmpty()) {
            throw Fault.inUse(NETWORK, id);
        }
        networks.remove(network);
    }

    @Override
    public Subnet addSubnet(Caller caller, SubnetRequest asked) {
        fields.check(asked);
        AddressPlan plan = AddressPlan.of(asked);
        SubnetRequest request = plan.canonical(asked);
        devices.lockInventory();
        networks.subnets().stream()
                .filter(subnet -> AddressPlan.of(subnet.request()).cidr().overlaps(plan.cidr()))
                .findFirst()
                .ifPresent(subnet -> {
                    throw Fault.conflict("Subnet " + subnet.id() + " overlaps with " + plan.cidr());
                });
        UUID network = request.networkId() == null
                ? add(new NetworkRequest(request.name(), null)).id()
                : networks.network(request.networkId())
                        .orElseThrow(() -> Fault.invalidReference(NETWORK, request.networkId()))
                        .id();
        var subnet = new VipSubnet(UUID.randomUUID(), network, request);
        networks.add(subnet);
        return subnet.view(0);
    }

    @Override
    public Subnet subnet(UUID id) {
        return view(findSubnet(id));
    }

    @Override
    public List<Subnet> subnets(String projectId) {
        Set<UUID> usable = networks(projectId).stream().map(Network::id).collect(Collectors.toSet());
        Map<UUID, Long> allocations = networks.allocations();
        return networks.subnets().stream()
                .filter(subnet -> usable.contains(subnet.networkId()))
                .map(subnet -> subnet.view(allocations.getOrDefault(subnet.id(), 0L)))
                .toList();
    }

    @Override
    public Subnet changeSubnet(Caller caller, UUID id, SubnetRequest asked) {
        fields.check(asked);
        VipSubnet subnet = findSubnet(id);
        SubnetRequest request = AddressPlan.of(asked).canonical(asked);
        boolean sameNetwork = request.networkId() == null || request.networkId().equals(subnet.networkId());
        if (!request.cidr().equals(subnet.request().cidr()) || !sameNetwork) {
            throw Fault.conflict("The CIDR and the network of subnet " + id + " cannot be changed.");
        }
        subnet.change(request);
        networks.save();
        networks.layAddresses(subnet);
        return view(subnet);
    }

    @Override
    public void removeSubnet(Caller caller, UUID id) {
        VipSubnet subnet = findSubnet(id);
        boolean served = devices.all().stream().anyMatch(device -> device.isGiven(id));
        if (served || !networks.removeUnused(subnet)) {
            throw Fault.inUse(SUBNET, id);
        }
    }

    @Override
    public Port addPort(Caller caller, PortRequest request) {
        fields.check(request);
        VipSubnet subnet = networks.subnet(request.subnetId())
                .orElseThrow(() -> Fault.invalidReference(SUBNET, request.subnetId()));
        return allocator
                .reserve(subnet, address(request).orElse(null), request.name(), request.projectId())
                .view();
    }

    @Override
    public Port port(UUID id) {
        return networks.port(id).orElseThrow(() -> Fault.notFound(PORT, id)).view();
    }

    @Override
    public List<Port> ports(String projectId, UUID id) {
        if (id != null) {
            return networks
                    .port(id)
                    .filter(port -> projectId == null || port.isFor(projectId))
                    .map(VipPort::view)
                    .stream()
                    .toList();
        }
        List<VipPort> ports = projectId == null ? networks.ports() : networks.ports(projectId);
        return ports.stream().map(VipPort::view).toList();
    }

    @Override
    public Port changePort(Caller caller, UUID id, PortRequest request) {
        fields.check(request);
        VipPort port = findReserved(id);
        boolean sameAddress = address(request)
                .map(address -> address.toString().equals(port.vip().address()))
                .orElse(true);
        if (!request.subnetId().equals(port.vip().subnetId()) || !sameAddress) {
            throw Fault.conflict("The subnet and the address of port " + id + " cannot be changed.");
        }
        port.change(request.name(), request.projectId());
        networks.save();
        return port.view();
    }

    @Override
    public void removePort(Caller caller, UUID id) {
        VipPort port = findReserved(id);
        if (port.user().isPresent()) {
            throw Fault.inUse(PORT, id);
        }
        allocator.free(port);
    }

    @Override
    public boolean permissive() {
        return settings.permissive();
    }

    private VipNetwork add(NetworkRequest request) {
        var network = new VipNetwork(UUID.randomUUID(), request);
        networks.add(network);
        return network;
    }

    private Subnet view(VipSubnet subnet) {
        return subnet.view(networks.allocated(subnet.id()));
    }

    private VipNetwork findNetwork(UUID id) {
        return networks.network(id).orElseThrow(() -> Fault.notFound(NETWORK, id));
    }

    private VipSubnet findSubnet(UUID id) {
        return networks.subnet(id).orElseThrow(() -> Fault.notFound(SUBNET, id));
    }

    /** A port of an operator's; the others come and go with their load balancers. */
    private VipPort findReserved(UUID id) {
        VipPort port = networks.lockPort(id).orElseThrow(() -> Fault.notFound(PORT, id));
        if (!port.reserved()) {
            throw Fault.inUse(PORT, id);
        }
        return port;
    }

    private static Optional<IpAddress> address(PortRequest request) {
        return Optional.ofNullable(request.address()).map(literal -> IpAddress.ofField("address", literal));
    }
}
