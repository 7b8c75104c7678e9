package io.lbaas.web.rendering;

import io.lbaas.plugin.api.View;
import io.lbaas.web.schema.Schema;
import io.lbaas.web.schema.Schemas;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The objects of a load balancer as the API shows them: every key of the specification, always. */
public final class Rendering {

    /** UTC without saying so, to the second. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private Rendering() {}

    public static JsonObject loadBalancer(View.OfLoadBalancer view) {
        return object(Schemas.LOAD_BALANCER, view, view.spec())
                .add("provider", JsonOutput.of(view.provider()))
                .add("flavor_id", JsonOutput.of(view.flavorId()))
                .add("availability_zone", JsonOutput.of(view.availabilityZone()))
                .add("vip_address", JsonOutput.of(view.vip().address()))
                .add("vip_subnet_id", JsonOutput.of(view.vip().subnetId()))
                .add("vip_network_id", JsonOutput.of(view.vip().networkId()))
                .add("vip_port_id", JsonOutput.of(view.vip().portId()))
                .add("additional_vips", additionalVips(view.additionalVips()))
                .add("listeners", references(view.listeners()))
                .add("pools", references(view.pools()))
                .build();
    }

    public static JsonObject listener(View.OfListener view) {
        return object(Schemas.LISTENER, view, view.spec())
                .add("loadbalancers", references(List.of(view.loadBalancerId())))
                .add("l7policies", references(view.l7Policies()))
                .build();
    }

    public static JsonObject pool(View.OfPool view) {
        return object(Schemas.POOL, view, view.spec())
                .add("loadbalancers", references(List.of(view.loadBalancerId())))
                .add("listeners", references(view.listeners()))
                .add("members", references(view.members()))
                .add("healthmonitor_id", JsonOutput.of(view.healthMonitorId()))
                .build();
    }

    public static JsonObject member(View.OfMember view) {
        return object(Schemas.MEMBER, view, view.spec()).build();
    }

    public static JsonObject healthMonitor(View.OfHealthMonitor view) {
        return object(Schemas.HEALTH_MONITOR, view, view.spec())
                .add("pools", references(List.of(view.poolId())))
                .build();
    }

    public static JsonObject l7Policy(View.OfL7Policy view) {
        return object(Schemas.L7_POLICY, view, view.spec())
                .add("listener_id", JsonOutput.of(view.listenerId()))
                .add("rules", references(view.rules()))
                .build();
    }

    public static JsonObject l7Rule(View.OfL7Rule view) {
        return object(Schemas.L7_RULE, view, view.spec()).build();
    }

    private static JsonObjectBuilder object(Schema schema, View view, Record spec) {
        JsonObjectBuilder object = JsonOutput.object();
        View.State state = view.state();
        object.add("id", JsonOutput.of(state.id()))
                .add("project_id", JsonOutput.of(state.projectId()))
                .add("tenant_id", JsonOutput.of(state.projectId()))
                .add("provisioning_status", JsonOutput.of(state.provisioningStatus()))
                .add("operating_status", JsonOutput.of(state.operatingStatus()))
                .add("created_at", JsonOutput.of(date(state.createdAt())))
                .add("updated_at", JsonOutput.of(date(state.updatedAt())))
                .add("tags", JsonOutput.of(view.labels().tags()));
        if (schema.knows("name")) {
            object.add("name", text(view.labels().name()));
        }
        if (schema.knows("description")) {
            object.add("description", text(view.labels().description()));
        }
        schema.fixedAttributes(object::add);
        JsonOutput.addAll(object, spec);
        return object;
    }

    private static JsonArray additionalVips(List<View.Vip> vips) {
        return JsonOutput.array(vips.stream().map(vip -> JsonOutput.object()
                .add("subnet_id", JsonOutput.of(vip.subnetId()))
                .add("ip_address", vip.address())
                .add("port_id", JsonOutput.of(vip.portId()))
                .build()));
    }

    static String text(String stored) {
        return stored == null ? "" : stored;
    }

    static String date(Instant instant) {
        return instant == null ? null : DATE.format(instant);
    }

    private static JsonArray references(List<UUID> ids) {
        return JsonOutput.array(ids.stream().map(id -> Map.of("id", id)));
    }
}
