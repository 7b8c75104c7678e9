package io.lbaas.plugin.watch;

import io.lbaas.message.AuditScope;
import io.lbaas.message.AuditScope.Expectation;
import io.lbaas.message.Command;
import io.lbaas.plugin.config.Settings;
import io.lbaas.plugin.entity.Device;
import io.lbaas.plugin.queue.CommandQueue;
import io.lbaas.plugin.queue.RequestIds;
import io.lbaas.plugin.store.DeviceAudits;
import io.lbaas.plugin.store.Devices;
import io.lbaas.plugin.store.Patrols;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Has devices compared with what they were told. Of several processes one does so in each period. */
@Stateless
public class DeviceAuditor {

    /** A message asks for about so many load balancers. */
    private static final int BATCH = 1000;

    private static final Duration AFTER_A_START = Duration.ofSeconds(20);

    @Inject
    private Patrols patrols;

    @Inject
    private DeviceAudits audits;

    @Inject
    private Devices devices;

    @Inject
    private CommandQueue queue;

    @Inject
    private Settings settings;

    /** Who has just started does not know what happened meanwhile. */
    public void hasten() {
        audits.hastenAll(AFTER_A_START);
    }

    /** Has those audited that are due; who does not answer is audited when it comes back. */
    public void audit() {
        patrols.claimAudits(settings.auditPeriod()).stream()
                .map(devices::get)
                .filter(Device::reachable)
                .forEach(this::audit);
    }

    /** Has a device audited now. */
    public void audit(Device device) {
        Instant deadline = Instant.now().plus(settings.auditPeriod());
        scopes(audits.expected(device.id()))
                .forEach(scope ->
                        queue.sendPeriodic(Command.audit(device.spec(), scope, deadline, RequestIds.ofOurOwn())));
    }

    /** Scopes that follow each other without a gap, and hold together all that is expected. */
    static List<AuditScope> scopes(List<Expectation> expected) {
        List<AuditScope> scopes = new ArrayList<>();
        String from = "";
        for (int i = 0; i == 0 || i < expected.size(); i += BATCH) {
            int end = Math.min(i + BATCH, expected.size());
            String to =
                    end < expected.size() ? expected.get(end).loadBalancerId().toString() : "";
            scopes.add(new AuditScope(from, to, expected.subList(i, end)));
            from = to;
        }
        return scopes;
    }
}
