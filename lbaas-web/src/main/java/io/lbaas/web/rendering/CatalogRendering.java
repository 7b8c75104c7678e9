package io.lbaas.web.rendering;

import io.lbaas.plugin.api.Amphorae.Amphora;
import io.lbaas.plugin.api.Catalog.Entry;
import io.lbaas.plugin.api.ProviderCatalog.Item;
import io.lbaas.plugin.api.QuotaLimits;
import io.lbaas.plugin.api.Quotas.Quota;
import io.lbaas.plugin.api.Statistics.Traffic;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.UUID;

/** What operators offer, and how much of it, as the API shows it. */
public final class CatalogRendering {

    private CatalogRendering() {}

    /** An entry with its id. */
    public static <S extends Record> JsonObject entry(Entry<S> entry) {
        JsonObjectBuilder object = JsonOutput.object().add("id", JsonOutput.of(entry.id()));
        JsonOutput.addAll(object, entry.spec());
        return object.build();
    }

    /** An entry that is known by its name. */
    public static <S extends Record> JsonObject named(Entry<S> entry) {
        return JsonOutput.object(entry.spec()).build();
    }

    public static JsonObject item(Item item) {
        return JsonOutput.object(item).build();
    }

    public static JsonObject quota(Quota quota) {
        return limits(quota.limits())
                .add("project_id", quota.projectId())
                .add("tenant_id", quota.projectId())
                .build();
    }

    /** A number for each kind, under both spellings where there are two. */
    public static JsonObjectBuilder limits(QuotaLimits limits) {
        return JsonOutput.object(limits)
                .add("loadbalancer", JsonOutput.of(limits.loadBalancer()))
                .add("healthmonitor", JsonOutput.of(limits.healthMonitor()));
    }

    /** The traffic of one listener. */
    public static JsonObject amphoraStats(Amphora amphora, UUID listener, Traffic traffic) {
        JsonObjectBuilder object = JsonOutput.object()
                .add("id", JsonOutput.of(amphora.id()))
                .add("loadbalancer_id", JsonOutput.of(amphora.loadBalancerId()))
                .add("listener_id", JsonOutput.of(listener));
        JsonOutput.addAll(object, traffic);
        return object.build();
    }

    /** What an amphora has and a load balancer on its device has not is null. */
    public static JsonObject amphora(Amphora amphora) {
        return JsonOutput.object()
                .add("id", JsonOutput.of(amphora.id()))
                .add("loadbalancer_id", JsonOutput.of(amphora.loadBalancerId()))
                .add("compute_id", JsonOutput.of(amphora.deviceId()))
                .add("ha_ip", amphora.vipAddress())
                .add("ha_port_id", JsonOutput.of(amphora.vipPortId()))
                .add("cached_zone", JsonOutput.of(amphora.zone()))
                .add("role", amphora.role())
                .add("status", amphora.status())
                .add("created_at", JsonOutput.of(Rendering.date(amphora.createdAt())))
                .add("updated_at", JsonOutput.of(Rendering.date(amphora.updatedAt())))
                .add("cert_busy", JsonValue.FALSE)
                .add("cert_expiration", JsonValue.NULL)
                .add("compute_flavor", JsonValue.NULL)
                .add("image_id", JsonValue.NULL)
                .add("lb_network_ip", JsonValue.NULL)
                .add("vrrp_id", JsonValue.NULL)
                .add("vrrp_interface", JsonValue.NULL)
                .add("vrrp_ip", JsonValue.NULL)
                .add("vrrp_port_id", JsonValue.NULL)
                .add("vrrp_priority", JsonValue.NULL)
                .build();
    }
}
