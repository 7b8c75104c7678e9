package io.lbaas.driver.spi;

import java.util.Map;
import java.util.UUID;

/**
 * Traffic counters by listener.
 *
 * @param epoch changes when the device began to count from zero again
 */
public record StatsBatch(String epoch, Map<UUID, Counters> byListener) {

    /** Counters of one listener; bytes and counts since the epoch, active connections now. */
    public record Counters(
            long bytesIn, long bytesOut, long activeConnections, long totalConnections, long requestErrors) {}
}
