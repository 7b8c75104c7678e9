package io.lbaas.web.schema;

import static io.lbaas.web.schema.Fixed.Use.CREATE_HIDDEN;
import static io.lbaas.web.schema.Fixed.Use.SHOWN;
import static io.lbaas.web.schema.Fixed.Use.UPDATE;

import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.L7PolicySpec;
import io.lbaas.model.L7RuleSpec;
import io.lbaas.model.ListenerSpec;
import io.lbaas.model.LoadBalancerSpec;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.PoolSpec;
import io.lbaas.plugin.api.Catalog;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.QuotaLimits;
import io.lbaas.plugin.api.TlsContainers;

/** The resources of the API. */
public final class Schemas {

    /** As it is created inside of a pool. */
    private static final Schema INNER_MEMBER = member();

    private static final Schema INNER_HEALTH_MONITOR = healthMonitor();
    private static final Schema INNER_L7_RULE = l7Rule();
    private static final Schema INNER_POOL = pool();
    private static final Schema INNER_L7_POLICY = l7Policy().withOne("redirect_pool", INNER_POOL);
    private static final Schema INNER_LISTENER = listener();

    public static final Schema LOAD_BALANCER = new Schema("load_balancer", "loadbalancer")
            .with(Labels.class)
            .with(LoadBalancerSpec.class)
            .withAtCreation(CreateRequest.OfLoadBalancer.class)
            .withAll("listeners", INNER_LISTENER)
            .withAll("pools", INNER_POOL)
            .fixed("vip_sg_ids", "[]", UPDATE)
            .fixed("vip_vnic_type", "\"normal\"", SHOWN);

    public static final Schema LISTENER = listener().withAtCreation(CreateRequest.OfListener.class);

    public static final Schema POOL = pool().withAtCreation(CreateRequest.OfPool.class);

    public static final Schema MEMBER = member().withAtCreation(CreateRequest.OfMember.class);

    public static final Schema HEALTH_MONITOR = healthMonitor().withAtCreation(CreateRequest.OfHealthMonitor.class);

    /** The records of changes, which can only be read. */
    public static final Schema OPERATION = new Schema("operation_", "operation");

    public static final Schema L7_POLICY = l7Policy().withAtCreation(CreateRequest.OfL7Policy.class);

    public static final Schema L7_RULE = l7Rule().withAtCreation(CreateRequest.OfL7Rule.class);

    public static final Schema TLS_CONTAINER = new Schema("container_", "container").with(TlsContainers.Upload.class);

    public static final Schema FLAVOR = new Schema("flavor_", "flavor").with(Catalog.FlavorSpec.class);

    public static final Schema FLAVOR_PROFILE = new Schema("flavor_profile_", "flavorprofile")
            .with(Catalog.FlavorProfileSpec.class)
            .links("flavorprofile_links");

    public static final Schema AVAILABILITY_ZONE = new Schema("availability_zone_", "availability_zone")
            .with(Catalog.AvailabilityZoneSpec.class)
            .key("name");

    public static final Schema AVAILABILITY_ZONE_PROFILE = new Schema(
                    "availability_zone_profile_", "availability_zone_profile")
            .with(Catalog.AvailabilityZoneProfileSpec.class)
            .links("availability_zone_profile_links");

    public static final Schema QUOTA = new Schema("quotas", "quota")
            .with(QuotaLimits.class)
            .alias("loadbalancer", "load_balancer")
            .alias("healthmonitor", "health_monitor")
            .key("project_id");

    public static final Schema AMPHORA = new Schema("amphora", "amphora", "amphorae");

    private Schemas() {}

    private static Schema listener() {
        return new Schema("listener_", "listener")
                .with(Labels.class)
                .with(ListenerSpec.class)
                .withOne("default_pool", INNER_POOL)
                .withAll("l7policies", INNER_L7_POLICY);
    }

    private static Schema pool() {
        return new Schema("pool_", "pool")
                .with(Labels.class)
                .with(PoolSpec.class)
                .withAll("members", INNER_MEMBER)
                .withOne("healthmonitor", INNER_HEALTH_MONITOR);
    }

    private static Schema member() {
        return new Schema("member_", "member")
                .with(Labels.class)
                .without("description")
                .with(MemberSpec.class)
                .fixed("request_sriov", "false", CREATE_HIDDEN)
                .fixed("vnic_type", "\"normal\"", SHOWN);
    }

    private static Schema healthMonitor() {
        return new Schema("health_monitor_", "healthmonitor")
                .with(Labels.class)
                .without("description")
                .with(HealthMonitorSpec.class);
    }

    private static Schema l7Policy() {
        return new Schema("l7policy_", "l7policy", "l7policies")
                .with(Labels.class)
                .with(L7PolicySpec.class)
                .withAll("rules", INNER_L7_RULE);
    }

    private static Schema l7Rule() {
        return new Schema("rule_", "rule")
                .with(Labels.class)
                .without("name")
                .without("description")
                .with(L7RuleSpec.class);
    }
}
