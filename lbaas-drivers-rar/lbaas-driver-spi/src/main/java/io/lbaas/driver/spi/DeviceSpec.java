package io.lbaas.driver.spi;

import java.util.Map;
import java.util.UUID;

/**
 * How to reach a device. Two specs are equal when a session opened for one may be used for the other.
 *
 * @param driver the driver's name, for example {@code haproxy}
 * @param settings what the driver needs to know, by its own keys
 * @param revision grows when settings or credentials change, so that older sessions are dropped
 */
public record DeviceSpec(UUID deviceId, String driver, Map<String, String> settings, long revision) {

    public DeviceSpec {
        settings = Map.copyOf(settings);
    }

    public String setting(String key, String otherwise) {
        return settings.getOrDefault(key, otherwise);
    }

    /** Without the settings, which may hold what a log must not. */
    @Override
    public String toString() {
        return "DeviceSpec[" + driver + " " + deviceId + " revision " + revision + "]";
    }
}
