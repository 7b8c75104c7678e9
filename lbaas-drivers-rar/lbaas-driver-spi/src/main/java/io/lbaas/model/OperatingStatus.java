package io.lbaas.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;

/** What is observed of an object on its device. */
public enum OperatingStatus {
    ONLINE,
    OFFLINE,
    DEGRADED,
    ERROR,
    DRAINING,
    NO_MONITOR;

    /** Who serves, if only those that are there already. */
    private static final Set<OperatingStatus> SERVING = EnumSet.of(ONLINE, DEGRADED, DRAINING, NO_MONITOR);

    private static final Comparator<OperatingStatus> BY_SEVERITY = Comparator.comparingInt(OperatingStatus::severity);

    /**
     * What follows for a pool that is switched on: members that are switched off are no fault, a failed member leaves it
     * DEGRADED as long as another serves, and ERROR otherwise.
     */
    public static OperatingStatus ofPool(Collection<OperatingStatus> members) {
        if (!members.contains(ERROR)) {
            return ONLINE;
        }
        return members.stream().anyMatch(SERVING::contains) ? DEGRADED : ERROR;
    }

    /** What follows for a load balancer that is switched on: it is as the worst of its listeners and pools. */
    public static OperatingStatus ofLoadBalancer(Collection<OperatingStatus> parts) {
        return parts.stream()
                .filter(status -> status == DEGRADED || status == ERROR)
                .max(BY_SEVERITY)
                .orElse(ONLINE);
    }

    /** Of two, the one that matters more, as of a member that a device has in two places. */
    public static OperatingStatus worse(OperatingStatus one, OperatingStatus other) {
        return BY_SEVERITY.compare(one, other) >= 0 ? one : other;
    }

    private int severity() {
        return switch (this) {
            case OFFLINE -> 0;
            case NO_MONITOR -> 1;
            case ONLINE -> 2;
            case DRAINING -> 3;
            case DEGRADED -> 4;
            case ERROR -> 5;
        };
    }
}
