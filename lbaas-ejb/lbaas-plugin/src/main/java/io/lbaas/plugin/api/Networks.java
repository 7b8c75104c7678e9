package io.lbaas.plugin.api;

import io.lbaas.model.attribute.Default;
import jakarta.ejb.Local;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** Where VIPs are taken from: networks, subnets, and the addresses in use. Every method may throw {@link Fault}. */
@Local
public interface Networks {

    /**
     * What an operator says of a network.
     *
     * @param projectId the only project that may use it; null for all
     */
    record NetworkRequest(@NotNull @Size(min = 1, max = 255) String name, @Size(min = 1, max = 36) String projectId) {}

    /** A network. */
    record Network(UUID id, String name, String projectId) {}

    /** The addresses from one to another, both included. */
    record Pool(@NotNull String start, @NotNull String end) {}

    /**
     * What an operator says of a subnet.
     *
     * @param cidr for example {@code 127.10.0.0/16}; subnets do not overlap
     * @param networkId null to have a network of the same name made
     * @param gateway an address that no VIP may have; null for none
     * @param allocationPools where VIPs come from that name no address; empty for all of the subnet
     */
    record SubnetRequest(
            @NotNull @Size(min = 1, max = 255) String name,
            @NotNull String cidr,
            UUID networkId,
            String gateway,
            @NotNull @Default("[]") List<@NotNull @Valid Pool> allocationPools) {}

    /** A subnet that VIPs are taken from, with how many addresses are in use. */
    record Subnet(
            UUID id,
            String name,
            String cidr,
            UUID networkId,
            String gateway,
            List<Pool> allocationPools,
            long allocated) {}

    /**
     * What an operator says of an address that is to be reserved.
     *
     * @param address null for any that is free
     * @param projectId the only project that may use it; null for all
     */
    record PortRequest(
            @NotNull @Default("\"\"") @Size(max = 255) String name,
            @NotNull UUID subnetId,
            String address,
            @Size(min = 1, max = 36) String projectId) {}

    /**
     * An address in use.
     *
     * @param reserved whether an operator made it, so that it outlives its load balancer
     * @param loadBalancerId whose address it is; null for nobody's yet
     */
    record Port(
            UUID id,
            String name,
            String projectId,
            UUID networkId,
            UUID subnetId,
            String address,
            boolean reserved,
            UUID loadBalancerId) {}

    Network addNetwork(Caller caller, NetworkRequest request);

    Network network(UUID id);

    /** The networks that a project may use, by name; null for all. */
    List<Network> networks(String projectId);

    Network changeNetwork(Caller caller, UUID id, NetworkRequest request);

    /** Takes a network out; refused while it has subnets. */
    void removeNetwork(Caller caller, UUID id);

    Subnet addSubnet(Caller caller, SubnetRequest request);

    Subnet subnet(UUID id);

    /** The subnets that a project may use, by name; null for all. */
    List<Subnet> subnets(String projectId);

    /** Changes a subnet; its CIDR and its network stay. */
    Subnet changeSubnet(Caller caller, UUID id, SubnetRequest request);

    /** Takes a subnet out; refused while addresses of it are in use or a device serves it. */
    void removeSubnet(Caller caller, UUID id);

    /** Reserves an address. */
    Port addPort(Caller caller, PortRequest request);

    Port port(UUID id);

    /** The ports of a project and those for everyone, or all where it is null; of that id where one is given. */
    List<Port> ports(String projectId, UUID id);

    /** Changes the name and the project of a reserved address. */
    Port changePort(Caller caller, UUID id, PortRequest request);

    /** Ends a reservation; refused while a load balancer has the address. */
    void removePort(Caller caller, UUID id);

    /** Whether ids that are not known here are taken as they are. */
    boolean permissive();
}
