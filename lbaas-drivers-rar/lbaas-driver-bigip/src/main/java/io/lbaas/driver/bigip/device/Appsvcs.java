package io.lbaas.driver.bigip.device;

import io.lbaas.driver.bigip.declaration.Doc;
import io.lbaas.driver.http.JsonAnswer;
import io.lbaas.driver.http.JsonRequest;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * AS3's own API.
 *
 * @param syncGroup the device group that changes are copied to, empty for none
 */
public record Appsvcs(Session session, String syncGroup) {
    private static final String BASE = "/mgmt/shared/appsvcs";
    private static final int NOT_FOUND = 404;
    private static final Pattern MISSING = Pattern.compile("specified Tenant\\(s\\) '([^']*)' not found.*");

    /** What AS3 says as long as it keeps no tenant at all. */
    private static final Set<String> NOTHING =
            Set.of("declaration in specified path not found", "no declarations found");

    private static final String NO_RECORD = "No record found";

    /** Name and versions. */
    JsonObject info(Instant deadline) throws DeviceException {
        return session.get(BASE + "/info", deadline);
    }

    /** Those of these tenants that AS3 keeps, each with the key of its present state. */
    Map<String, JsonObject> tenants(Collection<String> names, Instant deadline) throws DeviceException {
        Set<String> asked = new LinkedHashSet<>(names);
        while (!asked.isEmpty()) {
            JsonAnswer answer = session.call(
                    JsonRequest.of("GET", BASE + "/declare/" + String.join(",", asked) + "?showHash=true"), deadline);
            if (answer.status() == NOT_FOUND && NOTHING.contains(answer.object().getString("message", ""))) {
                return Map.of();
            }
            Set<String> missing = missing(answer);
            if (missing.isEmpty()) {
                return found(asked, Session.require(answer));
            }
            if (!asked.removeAll(missing)) {
                throw Complaint.of(answer).exception();
            }
        }
        return Map.of();
    }

    /** AS3 answers for all or none, and says which it does not have. */
    private static Set<String> missing(JsonAnswer answer) {
        if (answer.status() != NOT_FOUND) {
            return Set.of();
        }
        Matcher words = MISSING.matcher(answer.object().getString("message", ""));
        return words.matches() ? Set.copyOf(List.of(words.group(1).split(","))) : Set.of();
    }

    private static Map<String, JsonObject> found(Set<String> names, JsonObject declaration) {
        Map<String, JsonObject> tenants = new HashMap<>();
        names.forEach(name ->
                Optional.ofNullable(declaration.getJsonObject(name)).ifPresent(tenant -> tenants.put(name, tenant)));
        return tenants;
    }

    /** Puts a declaration and waits for its end, as long as AS3 lets wait. */
    void put(JsonObject declaration, Instant deadline) throws DeviceException {
        Session.require(session.call(JsonRequest.of("POST", BASE + "/declare", request(declaration)), deadline));
    }

    /** Submits a declaration; gives the id of the task that works on it. */
    String submit(JsonObject declaration, Instant deadline) throws DeviceException {
        JsonAnswer answer =
                session.call(JsonRequest.of("POST", BASE + "/declare?async=true", request(declaration)), deadline);
        String id = Session.require(answer).getString("id", "");
        if (id.isEmpty()) {
            throw Complaint.of(answer).exception();
        }
        return id;
    }

    /** Only a request can name a group to copy to; without one the declaration says all. */
    private JsonObject request(JsonObject declaration) {
        return syncGroup.isEmpty()
                ? declaration
                : Doc.of("AS3")
                        .add("action", "deploy")
                        .add("persist", true)
                        .add("syncToGroup", syncGroup)
                        .add("declaration", declaration)
                        .build();
    }

    /** The record of a task, nothing where there is none any more. */
    Optional<JsonObject> task(String id, Instant deadline) throws DeviceException {
        JsonAnswer answer = session.call(JsonRequest.of("GET", BASE + "/task/" + JsonRequest.encode(id)), deadline);
        boolean dropped = answer.status() == NOT_FOUND
                && answer.object().getString("message", "").startsWith(NO_RECORD);
        return dropped ? Optional.empty() : Optional.of(Session.require(answer));
    }
}
