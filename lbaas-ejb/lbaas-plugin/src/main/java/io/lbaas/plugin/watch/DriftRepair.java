package io.lbaas.plugin.watch;

import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Operations.Action;
import io.lbaas.plugin.config.Settings;
import io.lbaas.plugin.entity.Device;
import io.lbaas.plugin.entity.Drift;
import io.lbaas.plugin.entity.InstantColumn;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.entity.OperationEntry;
import io.lbaas.plugin.queue.Dispatcher;
import io.lbaas.plugin.queue.DriftMetrics;
import io.lbaas.plugin.queue.RequestIds;
import io.lbaas.plugin.store.DeviceAudits;
import io.lbaas.plugin.store.Devices;
import io.lbaas.plugin.store.DriftLog;
import io.lbaas.plugin.store.OperationLog;
import io.lbaas.plugin.store.Trees;
import io.lbaas.plugin.tree.LoadBalancerTree;
import io.lbaas.plugin.tree.Settlement;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells devices again what audits found otherwise. Several processes may do so at once: a repair is made by the one that
 * claims it, and only where the load balancer is as it was when the audit looked.
 */
@Stateless
public class DriftRepair {

    private static final String USER = "audit";

    /** At most {@link Settings#repairStep} repairs of one device in this time. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** Whether a repair has helped is seen by another audit. */
    private static final Duration SOON = Duration.ofSeconds(15);

    @Inject
    private DriftLog drift;

    @Inject
    private DeviceAudits audits;

    @Inject
    private Trees trees;

    @Inject
    private Devices devices;

    @Inject
    private OperationLog operations;

    @Inject
    private Dispatcher dispatcher;

    @Inject
    private DriftMetrics metrics;

    @Inject
    private Settings settings;

    /** What is to be repaired now. */
    public List<UUID> due() {
        return drift.due(settings.orphanGrace(), settings.repairStep(), PAUSE);
    }

    /** Repairs one, where that is still to be done. */
    public void repair(UUID id) {
        Instant now = InstantColumn.now();
        drift.claim(id).ifPresent(found -> {
            Device device = devices.get(found.deviceId());
            Optional<LoadBalancerTree> tree = trees.lock(found.loadBalancerId());
            if (tree.isEmpty() || !tree.get().root().deviceId().equals(found.deviceId())) {
                dispatcher.remove(found.loadBalancerId(), found.found(), device, now);
            } else if (unchanged(tree.get().root(), found)) {
                repair(tree.get(), found, device, now);
            } else {
                return;
            }
            metrics.repaired(found.kind());
            audits.hasten(device.id(), SOON);
        });
    }

    private static boolean unchanged(LoadBalancer root, Drift found) {
        return root.appliedGeneration() == root.generation() && root.generation() == found.expected();
    }

    private void repair(LoadBalancerTree tree, Drift found, Device device, Instant now) {
        LoadBalancer root = tree.root();
        new Settlement(tree, now).repair(found.found());
        String requestId = RequestIds.ofOurOwn();
        operations.add(new OperationEntry(
                new Caller(USER, root.projectId(), requestId),
                Action.REPAIR,
                root,
                root,
                List.of(root.id()),
                now,
                InstantColumn.now()));
        dispatcher.dispatch(tree, device, now, requestId);
    }
}
