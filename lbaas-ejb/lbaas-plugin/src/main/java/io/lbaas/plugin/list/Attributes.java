package io.lbaas.plugin.list;

import static java.util.Map.entry;

import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.L7PolicySpec;
import io.lbaas.model.L7RuleSpec;
import io.lbaas.model.ListenerSpec;
import io.lbaas.model.LoadBalancerSpec;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.ObjectType;
import io.lbaas.model.PoolSpec;
import io.lbaas.model.attribute.Flattened;
import io.lbaas.plugin.api.Query;
import io.lbaas.plugin.rule.FieldRules;
import java.lang.reflect.RecordComponent;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The attributes of each kind of object that lists can be filtered and sorted by: those of the spec, which are found
 * in the document, and the columns.
 */
final class Attributes {

    /** Columns of all kinds, by the API's name. */
    private static final Map<String, Attribute> COMMON = Map.ofEntries(
            entry("id", Attribute.uuid("id")),
            entry("project_id", Attribute.text("project_id")),
            entry("tenant_id", Attribute.text("project_id")),
            entry("name", Attribute.text("name")),
            entry("description", Attribute.text("description")),
            entry("operating_status", Attribute.text("operating_status")),
            entry("created_at", Attribute.instant("created_at")),
            entry("updated_at", Attribute.optionalInstant("updated_at")));

    private static final Map<ObjectType, Map<String, Attribute>> OF_KIND = new EnumMap<>(Map.of(
            ObjectType.LOAD_BALANCER,
            kind(
                    LoadBalancerSpec.class,
                    Map.of(
                            "provider", Attribute.text("provider"),
                            "flavor_id", Attribute.optionalUuid("flavor_id"),
                            "availability_zone", Attribute.optionalText("availability_zone"),
                            "vip_address", Attribute.text("vip_address"),
                            "vip_subnet_id", Attribute.uuid("vip_subnet_id"),
                            "vip_network_id", Attribute.uuid("vip_network_id"),
                            "vip_port_id", Attribute.uuid("vip_port_id"),
                            "vip_vnic_type", Attribute.constant("normal"))),
            ObjectType.LISTENER,
            kind(ListenerSpec.class, loadBalancer()),
            ObjectType.POOL,
            kind(PoolSpec.class, ofPool()),
            ObjectType.MEMBER,
            kind(MemberSpec.class, Map.of("vnic_type", Attribute.constant("normal"))),
            ObjectType.HEALTH_MONITOR,
            kind(HealthMonitorSpec.class, Map.of("pool_id", Attribute.uuid("pool_id"))),
            ObjectType.L7_POLICY,
            kind(L7PolicySpec.class, Map.of("listener_id", Attribute.uuid("listener_id"))),
            ObjectType.L7_RULE,
            kind(L7RuleSpec.class, Map.of("l7policy_id", Attribute.uuid("l7_policy_id")))));

    static {
        OF_KIND.replaceAll(Attributes::withStatus);
    }

    private Attributes() {}

    static Map<String, Attribute> of(ObjectType type) {
        return OF_KIND.get(type);
    }

    private static Map<String, Attribute> ofPool() {
        var columns = new HashMap<>(loadBalancer());
        columns.put(
                "listener_id",
                Attribute.references("select l.id from listener l where l.load_balancer_id = x.load_balancer_id"
                        + " and l.spec->>'defaultPoolId' = x.id::text union select y.listener_id from l7_policy y"
                        + " where y.load_balancer_id = x.load_balancer_id and y.spec->>'redirectPoolId' = x.id::text"));
        columns.put(
                "healthmonitor_id", Attribute.reference("select h.id from health_monitor h where h.pool_id = x.id"));
        return columns;
    }

    private static Map<String, Attribute> withStatus(ObjectType type, Map<String, Attribute> others) {
        var attributes = new HashMap<>(others);
        attributes.put("provisioning_status", ShownStatus.of(type));
        return Map.copyOf(attributes);
    }

    /** The order of lists where none is asked for, before that of creation. */
    static List<Query.Sort> order(ObjectType type) {
        return type == ObjectType.L7_POLICY ? List.of(new Query.Sort("position", false)) : List.of();
    }

    /** Both spellings are in use. */
    private static Map<String, Attribute> loadBalancer() {
        var column = Attribute.uuid("load_balancer_id");
        return Map.of("loadbalancer_id", column, "load_balancer_id", column);
    }

    private static Map<String, Attribute> kind(Class<? extends Record> spec, Map<String, Attribute> columns) {
        var attributes = new HashMap<String, Attribute>();
        addComponents(attributes, spec, "x.spec");
        attributes.putAll(COMMON);
        attributes.putAll(columns);
        return Map.copyOf(attributes);
    }

    private static void addComponents(Map<String, Attribute> attributes, Class<?> type, String document) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            if (component.isAnnotationPresent(Flattened.class)) {
                addComponents(attributes, component.getType(), document + "->'" + name + "'");
            } else {
                attributes.put(FieldRules.apiName(name), Attribute.inDocument(document, name, component.getType()));
            }
        }
    }
}
