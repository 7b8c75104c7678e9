package io.lbaas.agent.lane;

import io.lbaas.agent.AgentSettings;
import io.lbaas.agent.device.Configurator;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The lanes of all devices that this agent was sent changes for. */
@ApplicationScoped
public class Lanes {
    private final Map<UUID, DeviceLane> lanes = new ConcurrentHashMap<>();
    private final Configurator configurator;
    private final AgentSettings settings;

    @Inject
    public Lanes(Configurator configurator, AgentSettings settings) {
        this.configurator = configurator;
        this.settings = settings;
    }

    /** For the container's proxy. */
    protected Lanes() {
        this(null, null);
    }

    private DeviceLane newLane() {
        return new DeviceLane(
                configurator, settings.gathering(), settings.gathering().plus(settings.laneWait()));
    }

    /** Makes a change when it is its device's turn; a device that is busy for too long is an outcome. */
    public Outcome submit(DeviceSpec device, Change change) {
        DeviceLane lane = lanes.computeIfAbsent(device.deviceId(), id -> newLane());
        try {
            return lane.submit(device, change);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.Failed.of(FailureKind.TRANSIENT, "The agent was stopped");
        }
    }
}
