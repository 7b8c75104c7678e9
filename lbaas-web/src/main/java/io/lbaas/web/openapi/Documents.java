package io.lbaas.web.openapi;

import io.lbaas.model.OperatingStatus;
import io.lbaas.model.ProvisioningStatus;
import io.lbaas.plugin.api.Operations;
import io.lbaas.plugin.api.QuotaLimits;
import io.lbaas.plugin.api.TlsContainers.Container;
import io.lbaas.plugin.api.quantum.QuantumView;
import io.lbaas.web.quantum.PoolMonitorResource;
import io.lbaas.web.quantum.QuantumHealthMonitorResource;
import io.lbaas.web.quantum.QuantumMemberResource;
import io.lbaas.web.quantum.QuantumPoolResource;
import io.lbaas.web.quantum.QuantumSchemas;
import io.lbaas.web.quantum.QuantumVipResource;
import io.lbaas.web.resource.AmphoraResource;
import io.lbaas.web.resource.AvailabilityZoneProfileResource;
import io.lbaas.web.resource.AvailabilityZoneResource;
import io.lbaas.web.resource.FlavorProfileResource;
import io.lbaas.web.resource.FlavorResource;
import io.lbaas.web.resource.HealthMonitorResource;
import io.lbaas.web.resource.L7PolicyResource;
import io.lbaas.web.resource.L7RuleResource;
import io.lbaas.web.resource.ListenerResource;
import io.lbaas.web.resource.LoadBalancerResource;
import io.lbaas.web.resource.MemberResource;
import io.lbaas.web.resource.OperationResource;
import io.lbaas.web.resource.PoolResource;
import io.lbaas.web.resource.QuotaResource;
import io.lbaas.web.resource.TlsContainerResource;
import io.lbaas.web.schema.Schema;
import io.lbaas.web.schema.Schemas;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The resources whose objects are created, shown and changed in one form. */
final class Documents {

    static final Map<Class<?>, Document> ALL = Map.ofEntries(
            Map.entry(
                    LoadBalancerResource.class,
                    object(Schemas.LOAD_BALANCER)
                            .readOnly("listeners", references())
                            .readOnly("pools", references())),
            Map.entry(
                    ListenerResource.class,
                    object(Schemas.LISTENER)
                            .hidden("loadbalancer_id")
                            .readOnly("loadbalancers", references())
                            .readOnly("l7policies", references())),
            Map.entry(
                    PoolResource.class,
                    object(Schemas.POOL)
                            .hidden("loadbalancer_id", "listener_id")
                            .readOnly("loadbalancers", references())
                            .readOnly("listeners", references())
                            .readOnly("members", references())
                            .readOnly("healthmonitor_id", id())),
            Map.entry(MemberResource.class, object(Schemas.MEMBER)),
            Map.entry(
                    HealthMonitorResource.class,
                    object(Schemas.HEALTH_MONITOR).hidden("pool_id").readOnly("pools", references())),
            Map.entry(L7PolicyResource.class, object(Schemas.L7_POLICY).readOnly("rules", references())),
            Map.entry(L7RuleResource.class, object(Schemas.L7_RULE)),
            Map.entry(FlavorResource.class, new Document(Schemas.FLAVOR).readOnly("id", id())),
            Map.entry(FlavorProfileResource.class, new Document(Schemas.FLAVOR_PROFILE).readOnly("id", id())),
            Map.entry(AvailabilityZoneResource.class, new Document(Schemas.AVAILABILITY_ZONE)),
            Map.entry(
                    AvailabilityZoneProfileResource.class,
                    new Document(Schemas.AVAILABILITY_ZONE_PROFILE).readOnly("id", id())),
            Map.entry(
                    QuotaResource.class,
                    new Document(Schemas.QUOTA).shownAs(QuotaLimits.class).readOnly(text(), "project_id", "tenant_id")),
            Map.entry(
                    TlsContainerResource.class,
                    new Document(Schemas.TLS_CONTAINER).shownAs(Container.class).readOnly("container_ref", text())),
            Map.entry(OperationResource.class, new Document(Schemas.OPERATION).shownAs(Operations.Entry.class)),
            Map.entry(
                    AmphoraResource.class,
                    new Document(Schemas.AMPHORA)
                            .readOnly(id(), "id", "loadbalancer_id", "compute_id", "ha_port_id", "vrrp_port_id")
                            .readOnly(text(), "ha_ip", "cached_zone", "role", "status", "image_id", "compute_flavor")
                            .readOnly(text(), "lb_network_ip", "vrrp_ip", "vrrp_interface")
                            .readOnly(TypeSchemas.of(Integer.class), "vrrp_id", "vrrp_priority")
                            .readOnly(TypeSchemas.of(Boolean.class), "cert_busy")
                            .readOnly(TypeSchemas.of(Instant.class), "cert_expiration", "created_at", "updated_at")),
            Map.entry(QuantumVipResource.class, new Document(QuantumSchemas.VIP).shownAs(QuantumView.Vip.class)),
            Map.entry(
                    QuantumPoolResource.class,
                    new Document(QuantumSchemas.POOL)
                            .shownAs(QuantumView.Pool.class)
                            .hidden("device_id")),
            Map.entry(
                    QuantumMemberResource.class, new Document(QuantumSchemas.MEMBER).shownAs(QuantumView.Member.class)),
            Map.entry(
                    QuantumHealthMonitorResource.class,
                    new Document(QuantumSchemas.HEALTH_MONITOR).shownAs(QuantumView.HealthMonitor.class)),
            Map.entry(PoolMonitorResource.class, new Document(QuantumSchemas.POOL_MONITOR).hidden("project_id")));

    private Documents() {}

    private static Document object(Schema table) {
        return new Document(table)
                .readOnly("id", id())
                .readOnly("project_id", text())
                .readOnly("tenant_id", text())
                .readOnly("provisioning_status", TypeSchemas.of(ProvisioningStatus.class))
                .readOnly("operating_status", TypeSchemas.of(OperatingStatus.class))
                .readOnly("created_at", TypeSchemas.of(Instant.class))
                .readOnly("updated_at", TypeSchemas.of(Instant.class));
    }

    private static JsonObject id() {
        return TypeSchemas.of(UUID.class);
    }

    private static JsonObject text() {
        return TypeSchemas.of(String.class);
    }

    private static JsonObject references() {
        return TypeSchemas.array(new ObjectSchema().add("id", id()).build());
    }
}
