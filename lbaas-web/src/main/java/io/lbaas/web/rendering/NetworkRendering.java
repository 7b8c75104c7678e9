package io.lbaas.web.rendering;

import io.lbaas.plugin.api.Networks.Network;
import io.lbaas.plugin.api.Networks.Port;
import io.lbaas.plugin.api.Networks.Subnet;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Networks, subnets and ports as a network service shows them. */
public final class NetworkRendering {

    private NetworkRendering() {}

    public static JsonObject network(Network network, List<UUID> subnets) {
        return object(network.id(), network.name(), network.projectId())
                .add("subnets", JsonOutput.of(subnets))
                .add("shared", network.projectId() == null)
                .add("admin_state_up", true)
                .add("status", "ACTIVE")
                .build();
    }

    public static JsonObject subnet(Subnet subnet) {
        return object(subnet.id(), subnet.name(), null)
                .add("network_id", subnet.networkId().toString())
                .add("cidr", subnet.cidr())
                .add("ip_version", subnet.cidr().contains(":") ? 6 : 4)
                .add("gateway_ip", JsonOutput.of(subnet.gateway()))
                .add("allocation_pools", JsonOutput.of(subnet.allocationPools()))
                .add("enable_dhcp", false)
                .build();
    }

    public static JsonObject port(Port port) {
        boolean used = port.loadBalancerId() != null;
        return object(port.id(), port.name(), port.projectId())
                .add("network_id", port.networkId().toString())
                .add(
                        "fixed_ips",
                        JsonOutput.of(List.of(Map.of("subnet_id", port.subnetId(), "ip_address", port.address()))))
                .add("device_id", used ? "lb-" + port.loadBalancerId() : "")
                .add("device_owner", used ? "Octavia" : "")
                .add("admin_state_up", true)
                .add("status", used ? "ACTIVE" : "DOWN")
                .build();
    }

    /** Something of which nothing is known but that it is named so. */
    public static JsonObject unknown(UUID id) {
        return object(id, "", null).build();
    }

    private static JsonObjectBuilder object(UUID id, String name, String projectId) {
        return JsonOutput.object()
                .add("id", id.toString())
                .add("name", name)
                .add("project_id", JsonOutput.of(projectId))
                .add("tenant_id", JsonOutput.of(projectId));
    }
}
