package io.lbaas.driver.netscaler;

import io.lbaas.driver.http.Endpoint;
import io.lbaas.driver.spi.DeviceKeys;
import io.lbaas.driver.spi.DeviceSpec;
import java.util.HashMap;
import java.util.Map;

/**
 * A device's settings and credentials, as this package describes them.
 *
 * @param password never shown
 */
record DeviceSettings(Endpoint endpoint, String userName, String password, boolean enableFeatures) {
    static final DeviceKeys KEYS = new DeviceKeys(settings(), Map.of("username", "of NetScaler", "password", "of it"));

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(Endpoint.SETTINGS);
        settings.put("enable-features", "false: features of the appliance that are off are left off");
        return settings;
    }

    /** Reads the settings; {@link IllegalArgumentException} in words where they are unusable. */
    static DeviceSettings of(DeviceSpec device) {
        String userName = device.credential("username", "");
        String password = device.credential("password", "");
        if (userName.isEmpty() || password.isEmpty()) {
            throw new IllegalArgumentException("The credentials username and password are needed");
        }
        boolean enable = Boolean.parseBoolean(device.setting("enable-features", "true"));
        return new DeviceSettings(Endpoint.of(device), userName, password, enable);
    }

    /** Says nothing of credentials. */
    @Override
    public String toString() {
        return "DeviceSettings[" + endpoint.base() + "]";
    }
}
