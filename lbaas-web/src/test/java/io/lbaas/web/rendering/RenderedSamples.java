package io.lbaas.web.rendering;

import io.lbaas.plugin.api.Catalog.AvailabilityZoneSpec;
import io.lbaas.plugin.api.Catalog.Entry;
import io.lbaas.plugin.api.Catalog.FlavorSpec;
import jakarta.json.JsonObject;
import java.util.Map;

/** One object of each common resource as answers show it. */
public final class RenderedSamples {

    private static final Map<String, JsonObject> ALL = Map.of(
            "LoadBalancerResource", Rendering.loadBalancer(Samples.LOAD_BALANCER),
            "ListenerResource", Rendering.listener(Samples.LISTENER),
            "PoolResource", Rendering.pool(Samples.POOL),
            "MemberResource", Rendering.member(Samples.MEMBER),
            "HealthMonitorResource", Rendering.healthMonitor(Samples.HEALTH_MONITOR),
            "L7PolicyResource", Rendering.l7Policy(Samples.L7_POLICY),
            "L7RuleResource", Rendering.l7Rule(Samples.L7_RULE),
            "FlavorResource",
                    CatalogRendering.entry(new Entry<>(Samples.ID, new FlavorSpec("gold", "", true, Samples.OTHER))),
            "AvailabilityZoneResource",
                    CatalogRendering.named(
                            new Entry<>(Samples.ID, new AvailabilityZoneSpec("north", "", true, Samples.OTHER))));

    private RenderedSamples() {}

    public static JsonObject of(String resource) {
        return ALL.get(resource);
    }
}
