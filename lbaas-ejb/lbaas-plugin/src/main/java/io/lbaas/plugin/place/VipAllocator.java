package io.lbaas.plugin.place;

import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.LoadBalancers.VipRequest;
import io.lbaas.plugin.api.View.Vip;
import io.lbaas.plugin.entity.VipSubnet;
import io.lbaas.plugin.rule.Cidr;
import io.lbaas.plugin.rule.IpAddress;
import io.lbaas.plugin.store.Devices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds a VIP. Two that find the same at once are told apart by the unique indexes of the database. */
@ApplicationScoped
public class VipAllocator {

    /** For subnets that are not in our inventory, on devices that do not mind. */
    private static final Cidr UNMANAGED = Cidr.parse("198.18.0.0/15").orElseThrow();

    /** So many addresses are tried by chance before the gaps are looked for. */
    private static final int TRIES = 16;

    private Devices devices;

    protected VipAllocator() {}

    @Inject
    public VipAllocator(Devices devices) {
        this.devices = devices;
    }

    /**
     * Finds the subnet that is meant.
     *
     * @param anySubnet whether there is a device that serves subnets which are not in the inventory
     * @throws Fault INVALID where none is
     */
    VipPlace find(VipRequest vip, boolean anySubnet) {
        if (vip.subnetId() != null) {
            return devices.findSubnet(vip.subnetId())
                    .map(VipAllocator::place)
                    .or(() -> unmanaged(vip, vip.subnetId(), anySubnet))
                    .orElseThrow(() -> Fault.invalid("Subnet " + vip.subnetId() + " not found."));
        }
        if (vip.networkId() != null) {
            return ofNetwork(vip)
                    .or(() -> unmanaged(vip, derived("subnet", vip.networkId()), anySubnet))
                    .orElseThrow(() -> Fault.invalid("Network " + vip.networkId() + " not found."));
        }
        if (vip.portId() != null) {
            return unmanaged(vip, derived("subnet", vip.portId()), anySubnet)
                    .orElseThrow(() -> Fault.invalid("Port " + vip.portId() + " not found."));
        }
        throw Fault.validation("VIP must contain one of: vip_port_id, vip_network_id, vip_subnet_id.");
    }

    /**
     * Takes the address that is asked for, or any that is free.
     *
     * @throws Fault INVALID, CONFLICT or UNAVAILABLE where it cannot be had
     */
    Vip allocate(VipPlace place, VipRequest vip, UUID deviceId) {
        String address = vip.address() == null ? free(place, deviceId) : given(place, vip.address(), deviceId);
        UUID port = vip.portId() == null ? derived("port", place.subnetId() + " " + address) : vip.portId();
        return new Vip(address, place.subnetId(), place.networkId(), port);
    }

    private Optional<VipPlace> ofNetwork(VipRequest vip) {
        List<VipPlace> places = devices.subnetsOf(vip.networkId()).stream()
                .map(VipAllocator::place)
                .toList();
        Optional<IpAddress> address = IpAddress.parse(vip.address());
        return places.stream()
                .filter(place ->
                        address.map(place.cidr()::contains).orElse(place.cidr().ipVersion() == 4))
                .findFirst()
                .or(() -> places.stream().findFirst());
    }

    private static VipPlace place(VipSubnet subnet) {
        return new VipPlace(
                subnet.id(), subnet.networkId(), Cidr.parse(subnet.cidr()).orElseThrow());
    }

    private static Optional<VipPlace> unmanaged(VipRequest vip, UUID subnetId, boolean anySubnet) {
        if (!anySubnet) {
            return Optional.empty();
        }
        UUID network = vip.networkId() == null ? derived("network", subnetId) : vip.networkId();
        return Optional.of(new VipPlace(subnetId, network, UNMANAGED));
    }

    private String given(VipPlace place, String literal, UUID deviceId) {
        IpAddress address = IpAddress.parse(literal)
                .orElseThrow(() -> Fault.invalidField("vip_address", literal, "Value should be IPv4 or IPv6 format"));
        if (place.cidr() != UNMANAGED && !place.cidr().hasHost(address)) {
            throw Fault.validation("VIP address " + literal + " is not an address of subnet " + place.subnetId());
        }
        if (devices.taken(address.toString(), place.subnetId(), List.of(deviceId))) {
            throw Fault.conflict("The VIP IP address is already in use: " + address);
        }
        return address.toString();
    }

    private String free(VipPlace place, UUID deviceId) {
        BigInteger hosts = place.cidr().hosts();
        for (int i = 0; i < TRIES && hosts.signum() > 0; i++) {
            BigInteger index = BigInteger.valueOf(devices.nextCursor() - 1).mod(hosts);
            String address = place.cidr().host(index).toString();
            if (!devices.taken(address, place.subnetId(), List.of(deviceId))) {
                return address;
            }
        }
        return gap(place, deviceId);
    }

    private String gap(VipPlace place, UUID deviceId) {
        Set<String> taken =
                devices.addresses(place.subnetId(), List.of(deviceId)).collect(Collectors.toSet());
        for (BigInteger i = BigInteger.ZERO; i.compareTo(place.cidr().hosts()) < 0; i = i.add(BigInteger.ONE)) {
            String address = place.cidr().host(i).toString();
            if (!taken.contains(address)) {
                return address;
            }
        }
        throw Fault.unavailable("Subnet " + place.subnetId() + " has no free address left.");
    }

    /** An id for what only a network service would know: the same for the same. */
    private static UUID derived(String kind, Object of) {
        return UUID.nameUUIDFromBytes((kind + " of " + of).getBytes(StandardCharsets.UTF_8));
    }
}
