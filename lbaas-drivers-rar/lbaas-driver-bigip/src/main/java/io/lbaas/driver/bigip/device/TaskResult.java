package io.lbaas.driver.bigip.device;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * What a task says of one tenant.
 *
 * @param state how far it is
 * @param complaint where it failed
 */
record TaskResult(State state, Complaint complaint) {
    private static final int OK = 200;
    private static final String CANCELLED = "task cancelled";

    enum State {
        RUNNING,
        CANCELLED,
        DONE,
        FAILED
    }

    /** Results are by tenant, except where the whole declaration was refused. */
    static TaskResult of(JsonObject task, String tenant) {
        JsonValue array = task.getOrDefault("results", JsonValue.EMPTY_JSON_ARRAY);
        List<JsonObject> results = array instanceof JsonArray all
                ? all.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                        .toList()
                : List.of();
        Optional<JsonObject> own = last(results, tenant);
        return own.or(() -> last(results, "")).map(TaskResult::of).orElseGet(() -> new TaskResult(State.RUNNING, null));
    }

    private static Optional<JsonObject> last(List<JsonObject> results, String tenant) {
        return results.stream()
                .filter(result -> result.getString("tenant", "").equals(tenant))
                .reduce((one, two) -> two);
    }

    private static TaskResult of(JsonObject result) {
        int code = result.getInt("code", 0);
        if (code == 0) {
            boolean cancelled = result.getString("message", "").equals(CANCELLED);
            return new TaskResult(cancelled ? State.CANCELLED : State.RUNNING, null);
        }
        return code == OK ? new TaskResult(State.DONE, null) : new TaskResult(State.FAILED, Complaint.of(code, result));
    }
}
