package io.lbaas.driver.noop;

import io.lbaas.driver.spi.DeviceKeys;
import io.lbaas.driver.spi.DeviceSpec;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A device's settings, as this package describes them.
 *
 * @param directory where state is kept, empty for memory only
 * @param pend null for answers at once
 * @param closed nothing where the device lets everybody in
 */
record NoopSettings(
        String directory,
        Duration delay,
        Duration pend,
        Optional<Closed> closed,
        boolean hang,
        boolean crash,
        FaultPlan faults,
        boolean atomic) {

    static final DeviceKeys KEYS = new DeviceKeys(
            Map.of(
                    "directory", "where state is kept; without it in memory only",
                    "delay-ms", "how long each change takes",
                    "pend-ms", "how much later a change is reported done",
                    "reachable", "false: the device does not answer",
                    "password-sha256", "of the password that lets in, in hexadecimal digits",
                    "fail", "the kind of failure that changes end with, or KIND:REGEX of members to blame",
                    "fail-times", "how many changes fail",
                    "atomic", "true: one failure in a batch is that of all"),
            Map.of("password", "lets in where password-sha256 is set"));

    /** Reads the settings; {@link IllegalArgumentException} where one is unreadable. */
    static NoopSettings of(DeviceSpec device) {
        String pend = device.setting("pend-ms", "");
        return new NoopSettings(
                device.setting("directory", ""),
                millis(device.setting("delay-ms", "0")),
                pend.isEmpty() ? null : millis(pend),
                Closed.of(device),
                Boolean.parseBoolean(device.setting("hang", "false")),
                Boolean.parseBoolean(device.setting("crash", "false")),
                FaultPlan.of(device.setting("fail", ""), device.setting("fail-times", "")),
                Boolean.parseBoolean(device.setting("atomic", "false")));
    }

    private static Duration millis(String text) {
        return Duration.ofMillis(Long.parseLong(text));
    }
}
