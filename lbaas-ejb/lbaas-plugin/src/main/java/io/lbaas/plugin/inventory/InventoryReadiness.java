package io.lbaas.plugin.inventory;

import io.lbaas.plugin.api.Inventory;
import io.lbaas.plugin.api.Inventory.DeviceState;
import io.lbaas.plugin.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the database answers and the devices of this host were probed. */
@Readiness
@ApplicationScoped
public class InventoryReadiness implements HealthCheck {

    @Inject
    private Inventory inventory;

    @Inject
    private Settings settings;

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("lbaas-plugin");
        try {
            List<String> waiting = inventory.devices().stream()
                    .filter(device ->
                            settings.devices().contains(device.description().driver()))
                    .filter(device -> device.capabilities() == null)
                    .filter(device -> device.description().state() != DeviceState.DISABLED)
                    .map(device -> device.description().name())
                    .toList();
            if (!waiting.isEmpty()) {
                response.withData("notProbedYet", String.join(",", waiting));
            }
            return response.status(waiting.isEmpty()).build();
        } catch (RuntimeException e) {
            // Nothing but the database was asked.
            return response.down().withData("database", "cannot be reached").build();
        }
    }
}
