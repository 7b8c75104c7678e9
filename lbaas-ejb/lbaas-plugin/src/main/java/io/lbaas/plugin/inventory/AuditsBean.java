package io.lbaas.plugin.inventory;

import io.lbaas.plugin.api.Audits;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.entity.Drift;
import io.lbaas.plugin.service.InFaults;
import io.lbaas.plugin.store.DeviceAudits;
import io.lbaas.plugin.store.Devices;
import io.lbaas.plugin.store.DriftLog;
import io.lbaas.plugin.watch.DeviceAuditor;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/** What is known of devices by audits. */
@Stateless
@InFaults
public class AuditsBean implements Audits {

    @Inject
    private Devices devices;

    @Inject
    private DeviceAudits audits;

    @Inject
    private DriftLog drift;

    @Inject
    private DeviceAuditor auditor;

    @Override
    public Audit audit(UUID deviceId) {
        DeviceAudits.State state = audits.state(deviceId);
        return new Audit(
                deviceId,
                state.policy(),
                state.auditedAt(),
                state.message(),
                drift.of(deviceId).stream().map(Drift::view).toList());
    }

    @Override
    public Audit change(Caller caller, UUID deviceId, AuditRequest request) {
        audits.policy(devices.get(deviceId).id(), request.policy());
        return audit(deviceId);
    }

    @Override
    public void begin(Caller caller, UUID deviceId) {
        auditor.audit(devices.get(deviceId));
    }
}
