package io.lbaas.driver.noop;

import io.lbaas.driver.spi.DeviceSpec;
import java.time.Duration;

/**
 * A device's settings, as this package describes them.
 *
 * @param directory where state is kept, empty for memory only
 * @param pend null for answers at once
 */
record NoopSettings(
        String directory, Duration delay, Duration pend, boolean reachable, FaultPlan faults, boolean atomic) {

    /** Reads the settings; {@link IllegalArgumentException} where one is unreadable. */
    static NoopSettings of(DeviceSpec device) {
        String pend = device.setting("pend-ms", "");
        return new NoopSettings(
                device.setting("directory", ""),
                millis(device.setting("delay-ms", "0")),
                pend.isEmpty() ? null : millis(pend),
                Boolean.parseBoolean(device.setting("reachable", "true")),
                FaultPlan.of(device.setting("fail", ""), device.setting("fail-times", "")),
                Boolean.parseBoolean(device.setting("atomic", "false")));
    }

    private static Duration millis(String text) {
        return Duration.ofMillis(Long.parseLong(text));
    }
}
