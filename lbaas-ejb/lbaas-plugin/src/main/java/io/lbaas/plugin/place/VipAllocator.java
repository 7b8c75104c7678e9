package io.lbaas.plugin.place;

import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.View.Vip;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.entity.VipPort;
import io.lbaas.plugin.entity.VipSubnet;
import io.lbaas.plugin.rule.AddressPlan;
import io.lbaas.plugin.rule.Cidr;
import io.lbaas.plugin.rule.IpAddress;
import io.lbaas.plugin.store.FreeAddresses;
import io.lbaas.plugin.store.VipNetworks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.UUID;

/** Takes addresses and gives them back. Two that want the same at once are told apart by the indexes of the database. */
@ApplicationScoped
public class VipAllocator {

    /** Where no device matters: that of a reservation. */
    private static final UUID NO_DEVICE = new UUID(0, 0);

    /** For subnets that are not in our inventory; set aside for tests of network devices by RFC 2544. */
    private static final Cidr UNKNOWN = Cidr.parse("198.18.0.0/15").orElseThrow();

    /** So many addresses of no subnet of ours are tried. */
    private static final int TRIES = 64;

    private VipNetworks networks;
    private FreeAddresses free;

    protected VipAllocator() {}

    @Inject
    public VipAllocator(VipNetworks networks, FreeAddresses free) {
        this.networks = networks;
        this.free = free;
    }

    /**
     * Takes the address that is asked for, or any that is free, for a load balancer on a device.
     *
     * @throws Fault INVALID, CONFLICT or UNAVAILABLE where it cannot be had
     */
    Vip allocate(VipPlace place, String projectId, UUID loadBalancerId, UUID deviceId) {
        VipPort port =
                place.reserved() == null ? VipPort.of(vip(place, take(place, deviceId)), projectId) : place.reserved();
        port.bind(loadBalancerId, deviceId);
        if (place.reserved() == null) {
            networks.add(port);
        }
        return port.vip();
    }

    /**
     * Reserves an address of a subnet.
     *
     * @throws Fault INVALID, CONFLICT or UNAVAILABLE where it cannot be had
     */
    public VipPort reserve(VipSubnet subnet, IpAddress address, String name, String projectId) {
        VipPlace place = VipPlace.in(subnet, address);
        var port = VipPort.reserve(vip(place, take(place, NO_DEVICE)), name, projectId);
        networks.add(port);
        return port;
    }

    /** Whether a device has none of the addresses of a load balancer. */
    boolean free(LoadBalancer root, UUID deviceId) {
        return root.vipAddresses().stream().noneMatch(address -> networks.onDevice(address, deviceId));
    }

    /** Takes the addresses of a load balancer along to another device. */
    void move(LoadBalancer root, UUID deviceId) {
        networks.portsOf(root.id()).forEach(port -> port.bind(root.id(), deviceId));
        networks.save();
    }

    /** Gives back the addresses of a load balancer that is gone. Those that were reserved stay reserved. */
    void release(LoadBalancer root) {
        networks.portsOf(root.id()).forEach(this::release);
    }

    /** Keeps the addresses of a load balancer that is gone until {@link #releaseHeld}. */
    void hold(LoadBalancer root) {
        networks.portsOf(root.id()).forEach(VipPort::hold);
    }

    /** Gives back the addresses that were kept for a load balancer that no device has any more. */
    public void releaseHeld(UUID loadBalancerId) {
        networks.heldFor(loadBalancerId).forEach(this::release);
    }

    private void release(VipPort port) {
        port.release();
        if (!port.reserved()) {
            free(port);
        }
    }

    /** Ends the use of an address. */
    public void free(VipPort port) {
        networks.remove(port);
        Vip vip = port.vip();
        IpAddress address = IpAddress.parse(vip.address()).orElseThrow();
        networks.subnet(vip.subnetId())
                .filter(subnet -> AddressPlan.of(subnet.request()).allocates(address))
                .ifPresent(subnet -> free.giveBack(subnet.id(), address));
    }

    private IpAddress take(VipPlace place, UUID deviceId) {
        if (!place.known()) {
            return place.address() == null ? unknown(place, deviceId) : unused(place, deviceId);
        }
        if (place.address() == null) {
            return free.take(place.subnetId(), deviceId).orElseThrow(() -> exhausted(place));
        }
        return given(place, deviceId);
    }

    private IpAddress given(VipPlace place, UUID deviceId) {
        IpAddress address = place.address();
        if (!place.plan().allows(address)) {
            throw Fault.validation("VIP address " + address + " is not an address of subnet " + place.subnetId());
        }
        if (!place.plan().allocates(address)) {
            requireKept(place.subnetId());
        } else if (!free.take(place.subnetId(), address)) {
            throw inUse(address);
        }
        return unused(place, deviceId);
    }

    /** An address outside the pools is not taken from anywhere, so nothing else would tell that the subnet is removed. */
    private void requireKept(UUID subnetId) {
        if (!networks.keep(subnetId)) {
            throw Fault.invalidReference("Subnet", subnetId);
        }
    }

    private IpAddress unused(VipPlace place, UUID deviceId) {
        if (networks.taken(place.address().toString(), place.subnetId(), deviceId)) {
            throw inUse(place.address());
        }
        return place.address();
    }

    private IpAddress unknown(VipPlace place, UUID deviceId) {
        for (int i = 0; i < TRIES; i++) {
            BigInteger index = BigInteger.valueOf(networks.nextCursor()).mod(UNKNOWN.hosts());
            IpAddress address = UNKNOWN.host(index);
            if (!networks.taken(address.toString(), place.subnetId(), deviceId)) {
                return address;
            }
        }
        throw exhausted(place);
    }

    private static Vip vip(VipPlace place, IpAddress address) {
        UUID port = place.portId() == null ? UUID.randomUUID() : place.portId();
        return new Vip(address.toString(), place.subnetId(), place.networkId(), port);
    }

    private static Fault inUse(IpAddress address) {
        return Fault.conflict("The VIP IP address is already in use: " + address);
    }

    private static Fault exhausted(VipPlace place) {
        return Fault.unavailable("Subnet " + place.subnetId() + " has no free address left.");
    }
}
