package io.lbaas.web.quantum;

import io.lbaas.plugin.api.Inventory.Device;
import io.lbaas.plugin.api.Inventory.DeviceHealth;
import io.lbaas.plugin.api.Inventory.DeviceState;
import io.lbaas.plugin.api.quantum.QuantumView;
import io.lbaas.web.rendering.JsonOutput;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** The objects of v1 as it shows them. */
final class QuantumRendering {

    private QuantumRendering() {}

    static JsonObject vip(QuantumView.Vip view) {
        JsonObject persistence = view.sessionPersistence() == null
                ? JsonValue.EMPTY_JSON_OBJECT
                : given(JsonOutput.object(view.sessionPersistence()).build());
        return JsonOutput.object(view).add("session_persistence", persistence).build();
    }

    static JsonObject pool(QuantumView.Pool view) {
        return JsonOutput.object(view).remove("device_id").build();
    }

    static JsonObject member(QuantumView.Member view) {
        return JsonOutput.object(view).build();
    }

    /** Without what belongs to HTTP where the check is none. */
    static JsonObject healthMonitor(QuantumView.HealthMonitor view) {
        JsonObjectBuilder object = JsonOutput.object(view);
        if (view.httpMethod() == null) {
            object.remove("http_method").remove("url_path").remove("expected_codes");
        }
        return object.build();
    }

    /** A device as an agent. */
    static JsonObject agent(Device device) {
        return JsonOutput.object()
                .add("id", device.id().toString())
                .add("agent_type", "Loadbalancer agent")
                .add("binary", JsonOutput.of(device.product()))
                .add("host", device.description().name())
                .add("admin_state_up", device.description().state() == DeviceState.ENABLED)
                .add("alive", device.health() == DeviceHealth.REACHABLE)
                .add("description", JsonOutput.of(device.message()))
                .add("heartbeat_timestamp", JsonOutput.of(device.probedAt()))
                .add(
                        "configurations",
                        JsonOutput.object()
                                .add(
                                        "device_drivers",
                                        JsonOutput.array()
                                                .add(device.description().driver()))
                                .add("capacity", device.description().capacity())
                                .add("instances", device.loadBalancers()))
                .build();
    }

    private static JsonObject given(JsonObject all) {
        JsonObjectBuilder given = JsonOutput.object();
        all.forEach((name, value) -> {
            if (value != JsonValue.NULL) {
                given.add(name, value);
            }
        });
        return given.build();
    }
}
