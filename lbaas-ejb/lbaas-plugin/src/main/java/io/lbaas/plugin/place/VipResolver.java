package io.lbaas.plugin.place;

import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.LoadBalancers.AdditionalVip;
import io.lbaas.plugin.api.LoadBalancers.VipRequest;
import io.lbaas.plugin.entity.VipPort;
import io.lbaas.plugin.entity.VipSubnet;
import io.lbaas.plugin.rule.AddressPlan;
import io.lbaas.plugin.rule.IpAddress;
import io.lbaas.plugin.store.FreeAddresses;
import io.lbaas.plugin.store.VipNetworks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Finds the subnets that a request for VIPs means. */
@ApplicationScoped
public class VipResolver {

    private VipNetworks networks;
    private FreeAddresses free;

    protected VipResolver() {}

    @Inject
    public VipResolver(VipNetworks networks, FreeAddresses free) {
        this.networks = networks;
        this.free = free;
    }

    /**
     * The place of the VIP, and those of the additional ones.
     *
     * @param projectId whose load balancer it will be
     * @param lenient whether ids that are not in the inventory are taken as they are
     * @throws Fault INVALID where it cannot be told, or is not to be had
     */
    List<VipPlace> resolve(VipRequest vip, String projectId, boolean lenient) {
        var asking = new Asking(projectId, lenient);
        List<VipPlace> places = new ArrayList<>();
        places.add(asking.first(vip));
        UUID network = places.get(0).networkId();
        vip.additional().forEach(more -> places.add(asking.additional(more, network)));
        if (places.stream().map(VipPlace::subnetId).distinct().count() < places.size()) {
            throw Fault.validation("Duplicate VIP subnet(s) specified. Only one IP can be bound per subnet.");
        }
        if (!places.stream().map(VipPlace::networkId).allMatch(network::equals)) {
            throw Fault.validation("All VIP subnets must belong to the same network.");
        }
        return places;
    }

    /** An id for what only a network service would know: the same for the same. */
    private static UUID derived(String kind, Object of) {
        return UUID.nameUUIDFromBytes((kind + " of " + of).getBytes(StandardCharsets.UTF_8));
    }

    /** The rules for one caller. */
    private final class Asking {

        private final String projectId;
        private final boolean lenient;

        Asking(String projectId, boolean lenient) {
            this.projectId = projectId;
            this.lenient = lenient;
        }

        VipPlace first(VipRequest vip) {
            IpAddress address = address("vip_address", vip.address());
            if (vip.portId() != null) {
                return ofPort(vip, address);
            }
            if (vip.networkId() != null) {
                return ofNetwork(vip, address);
            }
            if (vip.subnetId() != null) {
                return ofSubnet(vip.subnetId(), derived("network", vip.subnetId()), address);
            }
            throw Fault.validation("VIP must contain one of: vip_port_id, vip_network_id, vip_subnet_id.");
        }

        VipPlace additional(AdditionalVip vip, UUID network) {
            return ofSubnet(vip.subnetId(), network, address("ip_address", vip.ipAddress()));
        }

        private VipPlace ofPort(VipRequest vip, IpAddress address) {
            Optional<VipPort> found = networks.lockPort(vip.portId()).filter(port -> port.isFor(projectId));
            if (found.isEmpty()) {
                requireLenient("Port", vip.portId());
                UUID subnet = Objects.requireNonNullElse(vip.subnetId(), derived("subnet", vip.portId()));
                UUID network = Objects.requireNonNullElse(vip.networkId(), derived("network", subnet));
                return ofSubnet(subnet, network, address).withPort(vip.portId());
            }
            VipPort port = found.get();
            port.user().ifPresent(user -> {
                throw Fault.validation("Port " + vip.portId() + " is already used by device lb-" + user);
            });
            var held = port.vip();
            if (vip.subnetId() != null) {
                ofSubnet(vip.subnetId(), held.networkId(), address);
                if (!vip.subnetId().equals(held.subnetId())) {
                    throw Fault.validation(
                            "No VIP address found on the specified VIP port within the specified subnet.");
                }
            }
            if (address != null && !address.toString().equals(held.address())) {
                throw Fault.validation("Specified VIP address not found on the specified VIP port.");
            }
            return ofSubnet(held.subnetId(), held.networkId(), address).on(port);
        }

        private VipPlace ofNetwork(VipRequest vip, IpAddress address) {
            UUID id = vip.networkId();
            if (!usable(id)) {
                requireLenient("Network", id);
                UUID subnet = Objects.requireNonNullElse(vip.subnetId(), derived("subnet", id));
                return VipPlace.unknown(subnet, id, address);
            }
            List<VipSubnet> subnets = networks.subnetsOf(id);
            if (vip.subnetId() != null) {
                return subnets.stream()
                        .filter(subnet -> subnet.id().equals(vip.subnetId()))
                        .findFirst()
                        .map(subnet -> VipPlace.in(subnet, address))
                        .orElseThrow(() -> Fault.invalidReference("Subnet", vip.subnetId()));
            }
            return address == null ? best(subnets) : holding(subnets, address);
        }

        private VipPlace ofSubnet(UUID id, UUID unknownNetwork, IpAddress address) {
            Optional<VipSubnet> known = networks.subnet(id).filter(subnet -> usable(subnet.networkId()));
            if (known.isEmpty()) {
                requireLenient("Subnet", id);
                return VipPlace.unknown(id, unknownNetwork, address);
            }
            return VipPlace.in(known.get(), address);
        }

        private boolean usable(UUID networkId) {
            return networks.network(networkId)
                    .filter(network -> network.isFor(projectId))
                    .isPresent();
        }

        private void requireLenient(String title, UUID id) {
            if (!lenient) {
                throw Fault.invalidReference(title, id);
            }
        }
    }

    private static VipPlace holding(List<VipSubnet> subnets, IpAddress address) {
        return subnets.stream()
                .filter(subnet -> AddressPlan.of(subnet.request()).cidr().contains(address))
                .findFirst()
                .map(subnet -> VipPlace.in(subnet, address))
                .orElseThrow(() ->
                        Fault.validation("Supplied network does not contain a subnet for VIP address specified."));
    }

    private VipPlace best(List<VipSubnet> subnets) {
        List<VipPlace> places =
                subnets.stream().map(subnet -> VipPlace.in(subnet, null)).toList();
        return places.stream()
                .filter(place -> place.plan().cidr().ipVersion() == 4)
                .filter(place -> free.any(place.subnetId()))
                .findFirst()
                .or(() -> places.stream().findFirst())
                .orElseThrow(() -> Fault.validation("Supplied network does not contain a subnet."));
    }

    private static IpAddress address(String field, String literal) {
        return literal == null ? null : IpAddress.ofField(field, literal);
    }
}
