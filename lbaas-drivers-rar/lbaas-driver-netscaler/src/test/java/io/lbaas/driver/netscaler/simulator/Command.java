package io.lbaas.driver.netscaler.simulator;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * A request in whichever dialect, understood.
 *
 * @param method of HTTP
 * @param resource what it is about
 * @param name one of these, null for all
 * @param arguments that tell it from others of its name
 * @param bulk whether the objects came in an array
 * @param onError {@code exit}, {@code continue} or {@code rollback}
 * @param action empty for none
 */
record Command(
        String method,
        String resource,
        String name,
        Map<String, String> arguments,
        Map<String, String> filters,
        Map<String, String> query,
        List<JsonObject> objects,
        boolean bulk,
        String onError,
        String action) {
    /** In one line, without contents. */
    @Override
    public String toString() {
        return method + " " + resource + (name == null ? "" : "/" + name) + (arguments.isEmpty() ? "" : " " + arguments)
                + (action.isEmpty() ? "" : " action=" + action) + (bulk ? " x" + objects.size() : "");
    }
}
