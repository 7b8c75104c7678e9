package io.lbaas.plugin.api;

import jakarta.ejb.Local;
import java.util.Collection;
import java.util.UUID;

/** How much traffic there was. Totals never go back; all is zero where no device has reported yet. */
@Local
public interface Statistics {

    /**
     * Traffic of one or several listeners.
     *
     * @param activeConnections at the last report
     * @param bytesIn from clients
     * @param bytesOut to clients
     * @param requestErrors requests that could not be understood
     */
    record Traffic(long activeConnections, long bytesIn, long bytesOut, long requestErrors, long totalConnections) {}

    /** The sum over the listeners of a load balancer. */
    Traffic ofLoadBalancer(UUID id);

    /** The sum over some listeners, such as those whose default pool is the same. */
    Traffic ofListeners(Collection<UUID> listenerIds);
}
