package io.lbaas.web.openapi;

import io.lbaas.model.MonitorType;
import io.lbaas.model.OperatingStatus;
import io.lbaas.model.ProvisioningStatus;
import io.lbaas.plugin.api.Inventory.Event;
import io.lbaas.plugin.api.ProviderCatalog.Item;
import io.lbaas.plugin.api.QuotaLimits;
import io.lbaas.plugin.api.Statistics.Traffic;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.UUID;

/** Answers that are no object of their resource, by resource and method. */
final class SpecialAnswers {

    private static final JsonObject STATS = under("stats", TypeSchemas.of(Traffic.class));
    private static final JsonObject ITEMS = TypeSchemas.array(TypeSchemas.of(Item.class));

    private static final Map<String, JsonObject> ALL = Map.of(
            "LoadBalancer.stats", STATS,
            "Listener.stats", STATS,
            "LoadBalancer.status", under("statuses", under("loadbalancer", statusTree())),
            "Quota.usage", under("quota_usage", TypeSchemas.of(QuotaLimits.class)),
            "Device.history", under("history", TypeSchemas.array(TypeSchemas.of(Event.class))),
            "Provider.list", under("providers", ITEMS),
            "Provider.flavorKeys", under("flavor_capabilities", ITEMS),
            "Provider.availabilityZoneKeys", under("availability_zone_capabilities", ITEMS),
            "Amphora.stats", under("amphora_stats", TypeSchemas.array(amphoraStats())));

    private SpecialAnswers() {}

    /** The answer, an object of which no more is said where it is not one of ours. */
    static JsonObject of(Endpoint endpoint) {
        return ALL.getOrDefault(endpoint.name() + "." + endpoint.method().getName(), TypeSchemas.ANY);
    }

    private static JsonObject statusTree() {
        JsonObject member = node().add("address", TypeSchemas.of(String.class))
                .add("protocol_port", TypeSchemas.of(Integer.class))
                .build();
        JsonObject monitor =
                node().add("type", TypeSchemas.of(MonitorType.class)).build();
        JsonObject pool = node().add("health_monitor", monitor)
                .add("members", TypeSchemas.array(member))
                .build();
        JsonObject listener = node().add("pools", TypeSchemas.array(pool)).build();
        return node().add("listeners", TypeSchemas.array(listener)).build();
    }

    private static ObjectSchema node() {
        return new ObjectSchema()
                .add("id", TypeSchemas.of(UUID.class))
                .add("name", TypeSchemas.of(String.class))
                .add("operating_status", TypeSchemas.of(OperatingStatus.class))
                .add("provisioning_status", TypeSchemas.of(ProvisioningStatus.class));
    }

    private static JsonObject amphoraStats() {
        JsonObject id = TypeSchemas.of(UUID.class);
        ObjectSchema object =
                new ObjectSchema().add("id", id).add("loadbalancer_id", id).add("listener_id", id);
        TypeSchemas.of(Traffic.class)
                .getJsonObject("properties")
                .forEach((name, schema) -> object.add(name, schema.asJsonObject()));
        return object.build();
    }

    private static JsonObject under(String key, JsonObject schema) {
        return new ObjectSchema().add(key, schema).build();
    }
}
