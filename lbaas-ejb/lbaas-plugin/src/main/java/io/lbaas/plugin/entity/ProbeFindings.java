package io.lbaas.plugin.entity;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.plugin.api.Inventory.DeviceHealth;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** What probes have found of a device. Written past the entities: it is no change of the device. */
@Embeddable
class ProbeFindings {

    /** Of a device that was not probed yet. */
    static final ProbeFindings NONE = new ProbeFindings();

    private Boolean reachable;

    @Convert(converter = InstantColumn.class)
    @Column(name = "health_since")
    private Instant healthSince;

    private String product;
    private String message;

    @Convert(converter = JsonColumn.OfCapabilities.class)
    private Capabilities capabilities;

    @Convert(converter = InstantColumn.class)
    @Column(name = "probed_at")
    private Instant probedAt;

    protected ProbeFindings() {}

    DeviceHealth health() {
        if (reachable == null) {
            return DeviceHealth.PROBING;
        }
        return reachable ? DeviceHealth.REACHABLE : DeviceHealth.UNREACHABLE;
    }

    Instant healthSince() {
        return healthSince;
    }

    String product() {
        return product;
    }

    String message() {
        return message;
    }

    Capabilities capabilities() {
        return capabilities;
    }

    Instant probedAt() {
        return probedAt;
    }
}
