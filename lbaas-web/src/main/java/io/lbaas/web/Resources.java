package io.lbaas.web;

import io.lbaas.web.admin.AccountResource;
import io.lbaas.web.admin.AuditResource;
import io.lbaas.web.admin.DeviceResource;
import io.lbaas.web.admin.PlacementResource;
import io.lbaas.web.admin.VipNetworkResource;
import io.lbaas.web.admin.VipPortResource;
import io.lbaas.web.admin.VipSubnetResource;
import io.lbaas.web.quantum.AgentResource;
import io.lbaas.web.quantum.ExtensionResource;
import io.lbaas.web.quantum.PoolAgentResource;
import io.lbaas.web.quantum.PoolMonitorResource;
import io.lbaas.web.quantum.PoolStatsResource;
import io.lbaas.web.quantum.QuantumHealthMonitorResource;
import io.lbaas.web.quantum.QuantumMemberResource;
import io.lbaas.web.quantum.QuantumPoolResource;
import io.lbaas.web.quantum.QuantumVipResource;
import io.lbaas.web.quantum.ServiceProviderResource;
import io.lbaas.web.resource.AmphoraResource;
import io.lbaas.web.resource.AvailabilityZoneProfileResource;
import io.lbaas.web.resource.AvailabilityZoneResource;
import io.lbaas.web.resource.DiscoveryResource;
import io.lbaas.web.resource.FlavorProfileResource;
import io.lbaas.web.resource.FlavorResource;
import io.lbaas.web.resource.HealthMonitorResource;
import io.lbaas.web.resource.L7PolicyResource;
import io.lbaas.web.resource.L7RuleResource;
import io.lbaas.web.resource.ListenerResource;
import io.lbaas.web.resource.LoadBalancerResource;
import io.lbaas.web.resource.MemberResource;
import io.lbaas.web.resource.NetworkResource;
import io.lbaas.web.resource.OperationResource;
import io.lbaas.web.resource.PoolResource;
import io.lbaas.web.resource.ProjectResource;
import io.lbaas.web.resource.ProviderResource;
import io.lbaas.web.resource.QuotaResource;
import io.lbaas.web.resource.TlsContainerResource;
import io.lbaas.web.resource.VersionResource;
import java.util.List;

/** Everything that is served and described. A test holds the list to what there is. */
public final class Resources {

    public static final List<Class<?>> ALL = List.of(
            LoadBalancerResource.class,
            ListenerResource.class,
            PoolResource.class,
            MemberResource.class,
            HealthMonitorResource.class,
            L7PolicyResource.class,
            L7RuleResource.class,
            FlavorResource.class,
            FlavorProfileResource.class,
            AvailabilityZoneResource.class,
            AvailabilityZoneProfileResource.class,
            ProviderResource.class,
            QuotaResource.class,
            AmphoraResource.class,
            TlsContainerResource.class,
            OperationResource.class,
            NetworkResource.class,
            ProjectResource.class,
            VersionResource.class,
            DiscoveryResource.class,
            QuantumVipResource.class,
            QuantumPoolResource.class,
            QuantumMemberResource.class,
            QuantumHealthMonitorResource.class,
            PoolMonitorResource.class,
            PoolStatsResource.class,
            PoolAgentResource.class,
            AgentResource.class,
            ServiceProviderResource.class,
            ExtensionResource.class,
            DeviceResource.class,
            AuditResource.class,
            PlacementResource.class,
            VipNetworkResource.class,
            VipSubnetResource.class,
            VipPortResource.class,
            AccountResource.class);

    private Resources() {}
}
