package io.lbaas.web.rendering;

import io.lbaas.plugin.api.View;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statuses of a load balancer and of what its listeners use. Pools that none of them uses do not appear. */
public final class StatusTree {

    private final Map<UUID, View.OfPool> pools;
    private final Map<UUID, List<View.OfMember>> members;
    private final Map<UUID, View.OfHealthMonitor> monitors;

    private final Map<UUID, List<View.OfL7Policy>> policies;

    private StatusTree(View.Tree tree) {
        pools = tree.pools().stream()
                .collect(Collectors.toMap(pool -> pool.state().id(), Function.identity()));
        members = tree.members().stream().collect(Collectors.groupingBy(View.OfMember::poolId));
        monitors = tree.healthMonitors().stream()
                .collect(Collectors.toMap(View.OfHealthMonitor::poolId, Function.identity()));
        policies = tree.l7Policies().stream().collect(Collectors.groupingBy(View.OfL7Policy::listenerId));
    }

    public static JsonObject of(View.Tree tree) {
        var statuses = new StatusTree(tree);
        JsonObjectBuilder root = node(tree.root())
                .add("listeners", JsonOutput.array(tree.listeners().stream().map(statuses::listener)));
        return JsonOutput.object()
                .add("statuses", JsonOutput.object().add("loadbalancer", root))
                .build();
    }

    private JsonObject listener(View.OfListener listener) {
        Stream<UUID> redirecting = policies.getOrDefault(listener.state().id(), List.of()).stream()
                .map(policy -> policy.spec().redirectPoolId());
        Stream<View.OfPool> used = Stream.concat(
                        Stream.ofNullable(listener.spec().defaultPoolId()), redirecting)
                .filter(Objects::nonNull)
                .distinct()
                .map(pools::get);
        return node(listener)
                .add("pools", JsonOutput.array(used.map(this::pool)))
                .build();
    }

    private JsonObject pool(View.OfPool pool) {
        UUID id = pool.state().id();
        JsonObjectBuilder node = node(pool);
        if (monitors.containsKey(id)) {
            View.OfHealthMonitor monitor = monitors.get(id);
            node.add(
                    "health_monitor",
                    node(monitor).add("type", JsonOutput.of(monitor.spec().type())));
        }
        return node.add(
                        "members",
                        JsonOutput.array(
                                members.getOrDefault(id, List.of()).stream().map(StatusTree::member)))
                .build();
    }

    private static JsonObject member(View.OfMember member) {
        return node(member)
                .add("address", member.spec().address())
                .add("protocol_port", member.spec().protocolPort())
                .build();
    }

    private static JsonObjectBuilder node(View view) {
        return JsonOutput.object()
                .add("id", JsonOutput.of(view.state().id()))
                .add("name", Rendering.text(view.labels().name()))
                .add("operating_status", JsonOutput.of(view.state().operatingStatus()))
                .add("provisioning_status", JsonOutput.of(view.state().provisioningStatus()));
    }
}
