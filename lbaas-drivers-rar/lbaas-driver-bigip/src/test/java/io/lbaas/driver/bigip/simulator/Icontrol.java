package io.lbaas.driver.bigip.simulator;

import io.lbaas.driver.bigip.declaration.Doc;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of iControl REST that can be read here. */
final class Icontrol {
    private static final Pattern PARTITION = Pattern.compile(".*\\$filter=partition\\+eq\\+([^&]+).*");
    private static final long BITS_PER_BYTE = 8;

    private final Faults faults;
    private final Appliance appliance;

    /** Bytes and connections that went through a virtual server, by its path. */
    private final Map<String, Long> traffic = new ConcurrentHashMap<>();

    Icontrol(Faults faults, Appliance appliance) {
        this.faults = faults;
        this.appliance = appliance;
    }

    void traffic(String path, long bytes) {
        traffic.merge(path, bytes, Long::sum);
    }

    void forgetTraffic() {
        traffic.clear();
    }

    /** The answer to a path, nothing where it is not known here. */
    Optional<JsonObject> get(String path, String query) {
        return switch (path) {
            case "/mgmt/tm/ltm/virtual" -> Optional.of(items(query, Ltm::virtuals));
            case "/mgmt/tm/ltm/pool" -> Optional.of(items(query, Ltm::pools));
            case "/mgmt/tm/ltm/data-group/internal" -> Optional.of(items(query, Ltm::groups));
            case "/mgmt/tm/ltm/virtual/stats" -> Optional.of(statistics());
            case "/mgmt/tm/cm/failover-status" -> Optional.of(failover());
            default -> Optional.empty();
        };
    }

    private JsonObject items(String query, Function<Ltm, Map<String, JsonObject>> kind) {
        Matcher filter = PARTITION.matcher(query);
        Optional<String> partition = filter.matches() ? Optional.of(filter.group(1)) : Optional.empty();
        JsonArrayBuilder items = Json.createArrayBuilder();
        appliance.inForce(partition).forEach(ltm -> kind.apply(ltm).values().forEach(items::add));
        return Doc.object().add("items", items).build();
    }

    private JsonObject statistics() {
        JsonObjectBuilder entries = Doc.object();
        appliance.inForce(Optional.empty()).forEach(ltm -> ltm.virtuals().forEach((path, virtual) -> {
            long bytes = traffic.getOrDefault(path, 0L);
            String enabled = virtual.getBoolean("disabled", false) ? "disabled" : "enabled";
            entries.add(
                    "https://localhost/mgmt/tm/ltm/virtual/" + path.replace('/', '~') + "/stats",
                    nested(Doc.object()
                            .add("clientside.bitsIn", value(bytes * BITS_PER_BYTE))
                            .add("clientside.bitsOut", value(bytes * 2 * BITS_PER_BYTE))
                            .add("clientside.curConns", value(bytes == 0 ? 0 : 1))
                            .add("clientside.totConns", value(bytes == 0 ? 0 : 2))
                            .add("status.availabilityState", description("available"))
                            .add("status.enabledState", description(enabled))));
        }));
        return Doc.object().add("entries", entries).build();
    }

    private JsonObject failover() {
        JsonObject status = nested(Doc.object()
                .add("color", description(faults.standby() ? "gray" : "green"))
                .add("status", description(faults.standby() ? "STANDBY" : "ACTIVE")));
        return Doc.object()
                .add("entries", Doc.object().add("https://localhost/mgmt/tm/cm/failover-status/0", status))
                .build();
    }

    private static JsonObject nested(JsonObjectBuilder entries) {
        return Doc.object()
                .add("nestedStats", Doc.object().add("entries", entries))
                .build();
    }

    private static JsonObjectBuilder value(long number) {
        return Doc.object().add("value", number);
    }

    private static JsonObjectBuilder description(String text) {
        return Doc.object().add("description", text);
    }
}
