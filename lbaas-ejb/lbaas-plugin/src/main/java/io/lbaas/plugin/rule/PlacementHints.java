package io.lbaas.plugin.rule;

import static io.lbaas.driver.spi.ProfileKeys.COMPUTE_ZONE;
import static io.lbaas.driver.spi.ProfileKeys.MAX_FILL;
import static io.lbaas.driver.spi.ProfileKeys.PLACEMENT;

import io.lbaas.plugin.api.Fault;
import java.util.regex.Pattern;

/**
 * What the profiles of a flavor and an availability zone ask of the scheduler.
 *
 * @param pack whether the most loaded device is taken rather than the least loaded
 * @param maxFill how full a device may become, in percent of its capacity
 * @param zone the zone that the device must be in; null for any
 */
public record PlacementHints(boolean pack, int maxFill, String zone) {

    private static final Pattern PERCENT = Pattern.compile("[1-9][0-9]?|100");

    /**
     * Reads the hints in the data of profiles.
     *
     * @throws Fault INVALID where a value is none that its key can have
     */
    public static PlacementHints of(ProfileData data) {
        String placement = data.values().getOrDefault(PLACEMENT, "SPREAD");
        String maxFill = data.values().getOrDefault(MAX_FILL, "100");
        require(placement.equals("SPREAD") || placement.equals("PACK"), PLACEMENT, placement);
        require(PERCENT.matcher(maxFill).matches(), MAX_FILL, maxFill);
        return new PlacementHints(
                placement.equals("PACK"),
                Integer.parseInt(maxFill),
                data.values().get(COMPUTE_ZONE));
    }

    private static void require(boolean holds, String key, String value) {
        if (!holds) {
            throw Fault.invalid(value + " is not a valid option for " + key);
        }
    }
}
