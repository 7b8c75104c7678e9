package io.lbaas.plugin.queue;

import io.lbaas.message.AuditReport;
import io.lbaas.message.Command;
import io.lbaas.message.Result;
import io.lbaas.plugin.api.Audits.DriftPolicy;
import io.lbaas.plugin.config.Settings;
import io.lbaas.plugin.store.DeviceAudits;
import io.lbaas.plugin.store.Devices;
import io.lbaas.plugin.store.DriftLog;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Notes what agents found of devices that is not as the devices were told. */
@Stateless
public class AuditReports {

    private static final Logger LOG = Logger.getLogger(AuditReports.class.getName());

    @Inject
    private Devices devices;

    @Inject
    private DeviceAudits audits;

    @Inject
    private DriftLog drift;

    @Inject
    private DriftMetrics metrics;

    @Inject
    private CommandQueue queue;

    @Inject
    private Settings settings;

    public void audited(Result result) {
        devices.find(result.deviceId()).ifPresent(device -> {
            AuditReport report = result.audit();
            audits.audited(device.id(), result.takenAt(), report == null ? words(result) : null);
            if (report != null) {
                drift.note(device.id(), report, result.takenAt()).forEach(found -> {
                    metrics.found(found.kind());
                    LOG.log(Level.WARNING, "Drift on {0}: load balancer {1}: {2} {3}", new Object[] {
                        device.spec(), found.loadBalancerId(), found.kind(), found.message()
                    });
                });
                forget(device.id(), report.tombstones());
            }
        });
    }

    private static String words(Result result) {
        return result.failure() == null ? "" : result.failure().message();
    }

    /** Whatever is lost of it is found again by the next audit. */
    private void forget(UUID deviceId, List<UUID> tombstones) {
        if (tombstones.isEmpty() || audits.state(deviceId).policy() == DriftPolicy.REPORT) {
            return;
        }
        List<UUID> old = drift.forgettable(deviceId, tombstones, settings.tombstoneAge());
        if (!old.isEmpty()) {
            Instant deadline = Instant.now().plus(settings.auditPeriod());
            queue.sendPeriodic(Command.forget(devices.get(deviceId).spec(), old, deadline, RequestIds.ofOurOwn()));
        }
    }
}
