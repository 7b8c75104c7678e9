package io.lbaas.driver.bigip;

import io.lbaas.driver.bigip.device.Session.Login;
import io.lbaas.driver.http.Endpoint;
import io.lbaas.driver.spi.DeviceKeys;
import io.lbaas.driver.spi.DeviceSpec;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * A device's settings.
 *
 * @param snat how the device hides clients from members: {@code auto}, {@code self} or {@code none}
 * @param syncGroup the device group that changes are copied to, empty for none
 * @param pollAfter when to ask after a change
 */
record DeviceSettings(Endpoint endpoint, Login login, String snat, String syncGroup, Duration pollAfter) {
    /** What an operator can say, with the words for it. */
    static final DeviceKeys KEYS = new DeviceKeys(
            Map.of(
                    "url", "https://host or https://host:port of the management interface",
                    "ca-certificates", "authorities to trust: PEM text or a file with it, the platform's by default",
                    "certificate-sha256", "fingerprint of the only certificate to trust",
                    "allow-plain-http", "true to speak without TLS with another host",
                    "login-provider", "who knows the user, tmos by default",
                    "snat", "how members see clients: auto, self or none; auto by default",
                    "sync-group", "device group that AS3 copies each change to, none by default",
                    "poll-ms", "when to ask after a change, 1 to 60,000, 1000 by default"),
            Map.of("username", "of an administrator of the device", "password", "of that user"));

    private static final Set<String> SNATS = Set.of("auto", "self", "none");
    private static final String SYNC_GROUP = "(/[A-Za-z0-9_.-]+){2,}|";
    private static final int MAX_POLL_MILLIS = 60_000;

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException in words for the operator where one is missing or wrong
     */
    static DeviceSettings of(DeviceSpec device) {
        Login login = new Login(
                device.credential("username", ""),
                device.credential("password", ""),
                device.setting("login-provider", "tmos"));
        if (login.username().isEmpty() || login.password().isEmpty()) {
            throw new IllegalArgumentException("username and password are needed as credentials");
        }
        String snat = device.setting("snat", "auto");
        if (!SNATS.contains(snat)) {
            throw new IllegalArgumentException("snat must be auto, self or none");
        }
        String syncGroup = device.setting("sync-group", "");
        if (!syncGroup.matches(SYNC_GROUP)) {
            throw new IllegalArgumentException("sync-group must be a full name, such as /Common/pair");
        }
        return new DeviceSettings(
                Endpoint.of(device), login, snat, syncGroup, pollAfter(device.setting("poll-ms", "1000")));
    }

    private static Duration pollAfter(String millis) {
        if (!millis.matches("\\d{1,5}") || Integer.parseInt(millis) < 1 || Integer.parseInt(millis) > MAX_POLL_MILLIS) {
            throw new IllegalArgumentException("poll-ms must be a number from 1 to " + MAX_POLL_MILLIS);
        }
        return Duration.ofMillis(Integer.parseInt(millis));
    }
}
