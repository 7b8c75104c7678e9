package io.lbaas.driver.spi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a driver can be told of a device: the keys with their descriptions. Empty where the driver does not say; then all
 * keys are taken. Whether values are good is told by a probe.
 *
 * @param settings of {@link DeviceSpec#settings}
 * @param credentials of {@link DeviceSpec#credentials}
 */
public record DeviceKeys(Map<String, String> settings, Map<String, String> credentials) {

    /** A driver that does not say. */
    public static final DeviceKeys UNDECLARED = new DeviceKeys(Map.of(), Map.of());

    public DeviceKeys {
        settings = Map.copyOf(settings);
        credentials = Map.copyOf(credentials);
    }

    /** What is wrong with the keys that a device was given, in words; empty where nothing is. */
    public String problem(Collection<String> settingKeys, Collection<String> credentialKeys) {
        if (equals(UNDECLARED)) {
            return "";
        }
        List<String> problems = new ArrayList<>();
        unknown("setting", settings, settingKeys, problems);
        unknown("credential", credentials, credentialKeys, problems);
        return String.join("; ", problems);
    }

    private static void unknown(
            String kind, Map<String, String> known, Collection<String> given, List<String> problems) {
        new TreeSet<>(given)
                .stream()
                        .filter(key -> !known.containsKey(key))
                        .forEach(key -> problems.add("The driver knows no " + kind + " '" + key + "', but "
                                + (known.isEmpty() ? "none" : String.join(", ", new TreeSet<>(known.keySet())))));
    }
}
