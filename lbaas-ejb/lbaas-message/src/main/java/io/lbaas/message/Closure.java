package io.lbaas.message;

import java.util.Map;
import java.util.UUID;

/**
 * Tells all agents which devices are not to be touched. It takes back what is on its way to them, and nothing that is sent
 * after they may be touched again, so that it does no harm late or twice.
 *
 * @param revisions by device, the {@link io.lbaas.driver.spi.DeviceSpec#revision} up to which commands are void
 */
public record Closure(Map<UUID, Long> revisions) {

    public Closure {
        revisions = Map.copyOf(revisions);
    }
}
