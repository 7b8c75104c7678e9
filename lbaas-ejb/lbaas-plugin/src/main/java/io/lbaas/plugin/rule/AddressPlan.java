package io.lbaas.plugin.rule;

import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Networks.Pool;
import io.lbaas.plugin.api.Networks.SubnetRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which addresses of a subnet VIPs may have.
 *
 * @param gateway an address that no VIP may have; null for none
 * @param pools where VIPs come from that name no address; empty for all of the subnet
 */
public record AddressPlan(Cidr cidr, IpAddress gateway, List<AddressRange> pools) {

    /**
     * The plan of a subnet.
     *
     * @throws Fault INVALID where its addresses do not fit together
     */
    public static AddressPlan of(SubnetRequest subnet) {
        Cidr cidr = Cidr.parse(subnet.cidr())
                .filter(given -> given.hosts().signum() > 0)
                .orElseThrow(() -> Fault.invalidField(
                        "cidr", subnet.cidr(), "Value should be in CIDR form and have room for hosts"));
        IpAddress gateway = subnet.gateway() == null ? null : within(cidr, "gateway", subnet.gateway());
        List<AddressRange> pools = new ArrayList<>();
        for (Pool pool : subnet.allocationPools()) {
            var range = new AddressRange(
                    within(cidr, "allocation_pools", pool.start()), within(cidr, "allocation_pools", pool.end()));
            if (range.isEmpty() || pools.stream().anyMatch(range::overlaps)) {
                throw Fault.invalidField(
                        "allocation_pools",
                        pool.start() + "-" + pool.end(),
                        "Pools should have their start before their end and not overlap");
            }
            pools.add(range);
        }
        return new AddressPlan(cidr, gateway, List.copyOf(pools));
    }

    /** The same subnet with all addresses in their canonical spelling. */
    public SubnetRequest canonical(SubnetRequest subnet) {
        return new SubnetRequest(
                subnet.name(),
                cidr.toString(),
                subnet.networkId(),
                gateway == null ? null : gateway.toString(),
                pools.stream()
                        .map(pool ->
                                new Pool(pool.first().toString(), pool.last().toString()))
                        .toList());
    }

    /** Whether a VIP may have the address. */
    public boolean allows(IpAddress address) {
        return cidr.hasHost(address) && !address.equals(gateway);
    }

    /** Where addresses are taken from when none is asked for. */
    public Stream<AddressRange> allocated() {
        Stream<AddressRange> ranges = pools.isEmpty() ? Stream.of(cidr.hostRange()) : pools.stream();
        return gateway == null ? ranges : ranges.flatMap(range -> range.without(gateway));
    }

    /** Whether the address is one of those that are taken when none is asked for. */
    public boolean allocates(IpAddress address) {
        return allocated().anyMatch(range -> range.contains(address));
    }

    private static IpAddress within(Cidr cidr, String field, String literal) {
        return Optional.ofNullable(literal)
                .flatMap(IpAddress::parse)
                .filter(cidr::hasHost)
                .orElseThrow(
                        () -> Fault.invalidField(field, literal, "Value should be an address of a host in " + cidr));
    }
}
