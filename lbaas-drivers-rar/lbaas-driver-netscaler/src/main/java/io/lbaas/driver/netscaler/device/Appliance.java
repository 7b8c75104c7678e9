package io.lbaas.driver.netscaler.device;

import io.lbaas.driver.netscaler.nitro.NitroClient;
import io.lbaas.driver.netscaler.nitro.NitroException;
import io.lbaas.driver.netscaler.nitro.Target;
import io.lbaas.driver.spi.FailureKind;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The appliance itself: what it is, whether it takes changes, and how they are kept. */
final class Appliance {
    static final List<String> FEATURES = List.of("LB", "CS", "SSL", "REWRITE", "RESPONDER");
    private static final String FEATURE = "nsfeature";
    private static final String PRIMARY = "Primary";
    private final NitroClient nitro;
    private final Instant deadline;

    Appliance(NitroClient nitro, Instant deadline) {
        this.nitro = nitro;
        this.deadline = deadline;
    }

    String version() throws NitroException {
        return nitro.get(Target.config("nsversion"), deadline).get("nsversion") instanceof JsonObject shown
                ? shown.getString("version", "")
                : "";
    }

    /** Whether this is the node that is configured, alone or as the primary of a pair. The node itself has the id 0. */
    boolean primary() throws NitroException {
        return nitro.list("hanode", Target.config("hanode", "0"), deadline).stream()
                .allMatch(node -> node.getString("state", PRIMARY).equals(PRIMARY));
    }

    /**
     * Refuses to go on with the secondary node. That takes changes as well, but nobody ever sees them: the next
     * synchronisation with the primary undoes them (<em>NetScaler product documentation, high availability</em>).
     */
    void requirePrimary() throws NitroException {
        if (!primary()) {
            throw new NitroException(FailureKind.TRANSIENT, 0, "The appliance is the secondary node of its pair", null);
        }
    }

    /** Whether TLS is set by profiles only, and not by virtual server, so that nothing of it can be set here. */
    boolean defaultProfile() throws NitroException {
        return nitro.get(Target.config("sslparameter"), deadline).get("sslparameter") instanceof JsonObject shown
                && shown.getString("defaultprofile", "DISABLED").equals("ENABLED");
    }

    /** The features that load balancers need and that are off. */
    List<String> lackingFeatures() throws NitroException {
        List<String> lacking = new ArrayList<>(FEATURES);
        if (nitro.get(Target.config(FEATURE), deadline).get(FEATURE) instanceof JsonObject shown
                && shown.get("feature") instanceof JsonArray on) {
            lacking.removeAll(on.getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .collect(Collectors.toSet()));
        }
        return lacking;
    }

    /**
     * Makes sure that changes can be made.
     *
     * @param enableFeatures whether to turn on what is off
     */
    void prepare(boolean enableFeatures) throws NitroException {
        requirePrimary();
        List<String> lacking = lackingFeatures();
        if (!lacking.isEmpty() && !enableFeatures) {
            throw new NitroException(FailureKind.UNSUPPORTED, 0, "Features are off: " + lacking, null);
        }
        if (!lacking.isEmpty()) {
            JsonObject features = Json.createObjectBuilder()
                    .add("feature", Json.createArrayBuilder(lacking))
                    .build();
            nitro.send("POST", Target.action(FEATURE, "enable"), FEATURE, features, deadline);
        }
    }

    /** Keeps what is configured over the next start. */
    void save() throws NitroException {
        nitro.send("POST", Target.action("nsconfig", "save"), "nsconfig", JsonValue.EMPTY_JSON_OBJECT, deadline);
    }
}
