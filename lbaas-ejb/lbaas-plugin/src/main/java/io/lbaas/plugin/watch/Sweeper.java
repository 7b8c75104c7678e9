package io.lbaas.plugin.watch;

import io.lbaas.plugin.config.Settings;
import io.lbaas.plugin.entity.Device;
import io.lbaas.plugin.entity.InstantColumn;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.queue.Dispatcher;
import io.lbaas.plugin.queue.RequestIds;
import io.lbaas.plugin.store.Devices;
import io.lbaas.plugin.store.OperationLog;
import io.lbaas.plugin.store.Trees;
import io.lbaas.plugin.tree.LoadBalancerTree;
import io.lbaas.plugin.tree.Settlement;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Looks after load balancers that had no answer. Several processes may do so at once: each checks again under the lock
 * of the row.
 */
@Stateless
public class Sweeper {

    private static final int A_ROUND = 200;

    @Inject
    private Trees trees;

    @Inject
    private Devices devices;

    @Inject
    private OperationLog operations;

    @Inject
    private Dispatcher dispatcher;

    @Inject
    private Settings settings;

    /** Load balancers that have waited long, the most urgent first. */
    public List<UUID> unanswered() {
        return trees.unanswered(A_ROUND);
    }

    /** Ends the waiting of what is overdue, and sends again what was not answered. */
    public void sweep(UUID loadBalancerId) {
        Instant now = InstantColumn.now();
        trees.lock(loadBalancerId).ifPresent(tree -> sweep(tree, now));
    }

    private void sweep(LoadBalancerTree tree, Instant now) {
        LoadBalancer root = tree.root();
        Device device = devices.get(root.deviceId());
        new Settlement(tree, now).expire(reason(device));
        operations.end(tree, root.generation(), now);
        if (root.resendAt() != null && root.resendAt().isBefore(now)) {
            dispatcher.dispatch(tree, device, now, RequestIds.ofOurOwn());
        } else {
            trees.save(tree);
        }
    }

    private String reason(Device device) {
        return device.touchable()
                ? "No answer from the device within " + settings.deadline().toSeconds() + " seconds"
                : "The device is disabled";
    }
}
