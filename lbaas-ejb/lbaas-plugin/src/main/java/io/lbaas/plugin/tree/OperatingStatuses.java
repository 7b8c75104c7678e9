package io.lbaas.plugin.tree;

import io.lbaas.model.OperatingStatus;
import io.lbaas.model.ProvisioningStatus;
import io.lbaas.plugin.entity.HealthMonitor;
import io.lbaas.plugin.entity.L7Policy;
import io.lbaas.plugin.entity.L7Rule;
import io.lbaas.plugin.entity.Member;
import io.lbaas.plugin.entity.PoolChild;
import io.lbaas.plugin.entity.Provisioned;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is observed of objects, once the device has them. */
final class OperatingStatuses {

    private OperatingStatuses() {}

    /** Notes what a device reported; the status that nothing is reported of follows from the tree. */
    static void apply(LoadBalancerTree tree, Map<UUID, OperatingStatus> reported) {
        Set<UUID> monitored = tree.monitors().map(PoolChild::poolId).collect(Collectors.toSet());
        tree.objects()
                .filter(object -> object.provisioningStatus() == ProvisioningStatus.ACTIVE)
                .forEach(object -> {
                    OperatingStatus known = reported.getOrDefault(object.id(), otherwise(object, monitored));
                    if (known != object.operatingStatus()) {
                        object.operatingStatus(known);
                    }
                });
    }

    private static OperatingStatus otherwise(Provisioned<?> object, Set<UUID> monitored) {
        if (object instanceof HealthMonitor monitor) {
            return ofSwitch(monitor.spec().adminStateUp());
        }
        if (object instanceof L7Policy policy) {
            return ofSwitch(policy.spec().adminStateUp());
        }
        if (object instanceof L7Rule rule) {
            return ofSwitch(rule.spec().adminStateUp());
        }
        if (object instanceof Member member) {
            return ofMember(member, monitored.contains(member.poolId()));
        }
        return object.operatingStatus();
    }

    /** What is only configuration works as soon as it is there. */
    private static OperatingStatus ofSwitch(boolean adminStateUp) {
        return adminStateUp ? OperatingStatus.ONLINE : OperatingStatus.OFFLINE;
    }

    /** A member whose pool has just been given a monitor is down until the first check says otherwise. */
    private static OperatingStatus ofMember(Member member, boolean monitored) {
        if (!monitored) {
            return OperatingStatus.NO_MONITOR;
        }
        return member.operatingStatus() == OperatingStatus.NO_MONITOR
                ? OperatingStatus.OFFLINE
                : member.operatingStatus();
    }
}
