package io.lbaas.plugin.queue;

import io.lbaas.driver.spi.DeviceReport;
import io.lbaas.message.Result;
import io.lbaas.plugin.api.Inventory.EventKind;
import io.lbaas.plugin.entity.Device;
import io.lbaas.plugin.store.DeviceAudits;
import io.lbaas.plugin.store.DeviceEvents;
import io.lbaas.plugin.store.Devices;
import io.lbaas.plugin.store.FormerPlaces;
import io.lbaas.plugin.store.Observations;
import io.lbaas.plugin.store.TrafficCounters;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** Notes what agents found of devices and of what is on them. */
@Stateless
public class DeviceReports {

    @Inject
    private Devices devices;

    @Inject
    private DeviceEvents events;

    @Inject
    private FormerPlaces formers;

    @Inject
    private Observations observations;

    @Inject
    private TrafficCounters counters;

    @Inject
    private DeviceAudits audits;

    /** Notes what a probe found; what a device missed while it was away is sent to it soon. */
    public void probed(Result result) {
        devices.find(result.deviceId()).ifPresent(device -> {
            DeviceReport report = report(result, device);
            if (devices.probed(device, report, result.appliedAt())) {
                turned(device, report, result.appliedAt());
            }
        });
    }

    private void turned(Device device, DeviceReport report, Instant now) {
        if (report.reachable()) {
            events.add(device.id(), now, EventKind.REACHABLE, report.product());
            observations.hastenResend(device.id());
            formers.hasten(device.id());
            audits.hasten(device.id(), Duration.ZERO);
        } else {
            events.add(device.id(), now, EventKind.UNREACHABLE, report.message());
        }
    }

    /** Notes the operating status of what is on a device. A device that did not answer says nothing of it. */
    public void observed(Result result) {
        if (result.succeeded() && observations.isNews(result.deviceId(), result.deadline())) {
            observations.note(result.operatingStatus());
        }
    }

    /** Notes the traffic that a device has counted. */
    public void counted(Result result) {
        if (result.stats() != null) {
            counters.note(result.deviceId(), result.stats(), result.appliedAt());
        }
    }

    private static DeviceReport report(Result result, Device device) {
        return result.report() != null
                ? result.report()
                : new DeviceReport(
                        false,
                        "",
                        result.failure() == null ? "" : result.failure().message(),
                        device.capabilities().orElse(null));
    }
}
