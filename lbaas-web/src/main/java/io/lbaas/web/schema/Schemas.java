package io.lbaas.web.schema;

import static io.lbaas.web.schema.Fixed.Use.CREATE;
import static io.lbaas.web.schema.Fixed.Use.CREATE_HIDDEN;
import static io.lbaas.web.schema.Fixed.Use.SHOWN;
import static io.lbaas.web.schema.Fixed.Use.UPDATE;

import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.ListenerSpec;
import io.lbaas.model.LoadBalancerSpec;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.PoolSpec;
import io.lbaas.plugin.api.Labels;

/** The resources of the API. */
public final class Schemas {

    public static final Schema LOAD_BALANCER = new Schema("load_balancer", "loadbalancer")
            .with(Labels.class)
            .with(LoadBalancerSpec.class)
            .withAtCreation(CreateRequest.OfLoadBalancer.class)
            .fixed("vip_qos_policy_id", "null", UPDATE)
            .fixed("vip_sg_ids", "[]", UPDATE)
            .fixed("additional_vips", "[]", CREATE)
            .fixed("flavor_id", "null", CREATE)
            .fixed("availability_zone", "null", CREATE)
            .fixed("listeners", "[]", CREATE_HIDDEN)
            .fixed("pools", "[]", CREATE_HIDDEN)
            .fixed("vip_vnic_type", "\"normal\"", SHOWN);

    public static final Schema LISTENER = new Schema("listener_", "listener")
            .with(Labels.class)
            .with(ListenerSpec.class)
            .withAtCreation(CreateRequest.OfListener.class)
            .fixed("default_pool", "null", CREATE_HIDDEN)
            .fixed("l7policies", "[]", CREATE)
            .fixed("default_tls_container_ref", "null", UPDATE)
            .fixed("sni_container_refs", "[]", UPDATE)
            .fixed("client_ca_tls_container_ref", "null", UPDATE)
            .fixed("client_crl_container_ref", "null", UPDATE)
            .fixed("client_authentication", "\"NONE\"", UPDATE)
            .fixed("tls_ciphers", "null", UPDATE)
            .fixed("tls_versions", "null", UPDATE)
            .fixed("alpn_protocols", "null", UPDATE)
            .fixed("hsts_max_age", "null", UPDATE)
            .fixed("hsts_include_subdomains", "false", UPDATE)
            .fixed("hsts_preload", "false", UPDATE);

    public static final Schema POOL = new Schema("pool_", "pool")
            .with(Labels.class)
            .with(PoolSpec.class)
            .withAtCreation(CreateRequest.OfPool.class)
            .fixed("members", "[]", CREATE_HIDDEN)
            .fixed("healthmonitor", "null", CREATE_HIDDEN)
            .fixed("tls_enabled", "false", UPDATE)
            .fixed("tls_container_ref", "null", UPDATE)
            .fixed("ca_tls_container_ref", "null", UPDATE)
            .fixed("crl_container_ref", "null", UPDATE)
            .fixed("tls_ciphers", "null", UPDATE)
            .fixed("tls_versions", "null", UPDATE)
            .fixed("alpn_protocols", "null", UPDATE);

    public static final Schema MEMBER = new Schema("member_", "member")
            .with(Labels.class)
            .without("description")
            .with(MemberSpec.class)
            .withAtCreation(CreateRequest.OfMember.class)
            .fixed("request_sriov", "false", CREATE_HIDDEN)
            .fixed("vnic_type", "\"normal\"", SHOWN);

    public static final Schema HEALTH_MONITOR = new Schema("health_monitor_", "healthmonitor")
            .with(Labels.class)
            .without("description")
            .with(HealthMonitorSpec.class)
            .withAtCreation(CreateRequest.OfHealthMonitor.class);

    private Schemas() {}
}
