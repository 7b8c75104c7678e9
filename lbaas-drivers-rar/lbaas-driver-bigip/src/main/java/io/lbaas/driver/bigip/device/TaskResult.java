package io.lbaas.driver.bigip.device;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
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
    private static final int SERVER_ERROR = 500;
    private static final String CANCELLED = "task cancelled";

    enum State {
        RUNNING,
        CANCELLED,
        DONE,
        FAILED
    }

    /**
     * Each tenant has its result. As long as a task runs, and where AS3 gave up before it came to the tenants, there is
     * one for all, with no tenant in it or with a list of those that AS3 blames.
     */
    static TaskResult of(JsonObject task, String tenant) {
        JsonValue array = task.getOrDefault("results", JsonValue.EMPTY_JSON_ARRAY);
        List<JsonObject> results = array instanceof JsonArray all
                ? all.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                        .toList()
                : List.of();
        Optional<JsonObject> own = results.stream()
                .filter(result -> result.getString("tenant", "").equals(tenant))
                .reduce((one, two) -> two);
        return own.or(() -> results.stream().findFirst())
                .map(TaskResult::of)
                .orElseGet(() -> new TaskResult(State.RUNNING, null));
    }

    private static TaskResult of(JsonObject result) {
        int code = code(result);
        return switch (code) {
            case 0 -> {
                boolean cancelled = result.getString("message", "").equals(CANCELLED);
                yield new TaskResult(cancelled ? State.CANCELLED : State.RUNNING, null);
            }
            case OK -> new TaskResult(State.DONE, null);
            default -> new TaskResult(State.FAILED, Complaint.of(code, result));
        };
    }

    /** Of HTTP, or a word of Node.js such as {@code ECONNREFUSED} where AS3 did not reach the device's other APIs. */
    private static int code(JsonObject result) {
        JsonValue code = result.get("code");
        if (code instanceof JsonNumber number) {
            return number.intValue();
        }
        return code instanceof JsonString ? SERVER_ERROR : OK;
    }
}
