package io.lbaas.driver.spi;

import java.util.Map;
import java.util.UUID;

/**
 * How to reach a device. Two specs are equal when a session opened for one may be used for the other.
 *
 * @param driver the driver's name, for example {@code haproxy}
 * @param settings what the driver needs to know, by its own keys
 * @param credentials what the driver needs to be let in, by its own keys; sealed while it travels, open for the driver
 * @param revision grows when settings or credentials change, so that older sessions are dropped
 */
public record DeviceSpec(
        UUID deviceId, String driver, Map<String, String> settings, Map<String, String> credentials, long revision) {

    public DeviceSpec {
        settings = Map.copyOf(settings);
        credentials = credentials == null ? Map.of() : Map.copyOf(credentials);
    }

    /** A device that lets in whoever comes. */
    public DeviceSpec(UUID deviceId, String driver, Map<String, String> settings, long revision) {
        this(deviceId, driver, settings, Map.of(), revision);
    }

    public String setting(String key, String otherwise) {
        return settings.getOrDefault(key, otherwise);
    }

    public String credential(String key, String otherwise) {
        return credentials.getOrDefault(key, otherwise);
    }

    /** Without settings and credentials, which a log must not hold. */
    @Override
    public String toString() {
        return "DeviceSpec[" + driver + " " + deviceId + " revision " + revision + "]";
    }
}
