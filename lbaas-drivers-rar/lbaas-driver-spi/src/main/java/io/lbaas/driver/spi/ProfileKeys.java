package io.lbaas.driver.spi;

import java.util.HashMap;
import java.util.Map;

/**
 * The keys that profiles of a provider may have, each with its description.
 *
 * @param flavor of flavor profiles
 * @param availabilityZone of availability zone profiles
 */
public record ProfileKeys(Map<String, String> flavor, Map<String, String> availabilityZone) {

    /** Which of the devices with room is taken. */
    public static final String PLACEMENT = "placement";

    /** How full a device may become. */
    public static final String MAX_FILL = "max_fill";

    /** Where the device is. */
    public static final String COMPUTE_ZONE = "compute_zone";

    /** What the scheduler heeds, whatever the driver; a driver may add keys of its own. */
    public static final ProfileKeys OF_THE_SCHEDULER = new ProfileKeys(
            Map.of(
                    PLACEMENT,
                    "Which device is taken: SPREAD for the least loaded, which is the default, PACK for the most loaded.",
                    MAX_FILL,
                    "How full a device may become with load balancers of the flavor, in percent of its capacity, 1 to 100."),
            Map.of(COMPUTE_ZONE, "The zone of the devices that load balancers are placed on."));

    /** The same with keys of a driver's own in flavor profiles. */
    public ProfileKeys withFlavorKeys(Map<String, String> keys) {
        Map<String, String> all = new HashMap<>(flavor);
        all.putAll(keys);
        return new ProfileKeys(all, availabilityZone);
    }

    public ProfileKeys {
        flavor = Map.copyOf(flavor);
        availabilityZone = Map.copyOf(availabilityZone);
    }
}
