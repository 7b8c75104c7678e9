package io.lbaas.web.rendering;

import io.lbaas.plugin.api.View;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * A load balancer with all that was created in it, in full. What stands inside of another object does not refer back to
 * it.
 */
public final class FullRendering {

    private final View.Tree tree;

    private FullRendering(View.Tree tree) {
        this.tree = tree;
    }

    public static JsonObject loadBalancer(View.Tree tree) {
        var rendering = new FullRendering(tree);
        return changed(
                Rendering.loadBalancer(tree.root()),
                Map.of(
                        "listeners", array(tree.listeners(), rendering::listener),
                        "pools", array(tree.pools(), rendering::pool)));
    }

    private JsonObject listener(View.OfListener listener) {
        List<View.OfL7Policy> policies = tree.l7Policies().stream()
                .filter(policy -> policy.listenerId().equals(listener.state().id()))
                .toList();
        return changed(
                without("loadbalancers", Rendering.listener(listener)),
                Map.of("l7policies", array(policies, this::policy)));
    }

    private JsonObject policy(View.OfL7Policy policy) {
        List<View.OfL7Rule> rules = tree.l7Rules().stream()
                .filter(rule -> rule.policyId().equals(policy.state().id()))
                .toList();
        return changed(Rendering.l7Policy(policy), Map.of("rules", array(rules, Rendering::l7Rule)));
    }

    private JsonObject pool(View.OfPool pool) {
        UUID id = pool.state().id();
        List<View.OfMember> members = tree.members().stream()
                .filter(member -> member.poolId().equals(id))
                .toList();
        JsonValue monitor = tree.healthMonitors().stream()
                .filter(each -> each.poolId().equals(id))
                .findFirst()
                .<JsonValue>map(each -> without("pools", Rendering.healthMonitor(each)))
                .orElse(JsonValue.NULL);
        return changed(
                without("loadbalancers", Rendering.pool(pool)),
                Map.of("members", array(members, Rendering::member), "healthmonitor", monitor));
    }

    private static <V> JsonArray array(List<V> views, Function<V, JsonObject> rendering) {
        return JsonOutput.array(views.stream().map(rendering));
    }

    private static JsonObject without(String name, JsonObject object) {
        return JsonOutput.object(object).remove(name).build();
    }

    private static JsonObject changed(JsonObject object, Map<String, JsonValue> replacements) {
        JsonObjectBuilder result = JsonOutput.object(object);
        replacements.forEach(result::add);
        return result.build();
    }
}
