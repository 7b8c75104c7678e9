package io.lbaas.plugin.queue;

import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.message.Command;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.plugin.config.Settings;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.store.Trees;
import io.lbaas.plugin.tls.SealedMaterials;
import io.lbaas.plugin.tree.DesiredTree;
import io.lbaas.plugin.tree.LoadBalancerTree;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Sends what a load balancer should be to the agents, in the transaction that changes it. */
@ApplicationScoped
public class Dispatcher {

    @Inject
    private Trees trees;

    @Inject
    private CommandQueue queue;

    @Inject
    private SealedMaterials materials;

    @Inject
    private Settings settings;

    /** Writes the tree, and then sends it: the database is to commit before the queue. */
    public void dispatch(LoadBalancerTree tree, DeviceSpec device, Instant now, String requestId) {
        tree.root().sent(now, settings.resendAfter(), settings.deadline());
        trees.save(tree);
        queue.send(command(tree, device, now.plus(settings.deadline()), requestId));
    }

    /** Takes a load balancer off the device that the database has no more. */
    public void remove(UUID loadBalancerId, long generation, DeviceSpec device, Instant now) {
        queue.send(Command.remove(
                device, loadBalancerId, generation, now.plus(settings.deadline()), RequestIds.ofOurOwn()));
    }

    private Command command(LoadBalancerTree tree, DeviceSpec device, Instant deadline, String requestId) {
        LoadBalancer root = tree.root();
        Optional<DesiredLoadBalancer> desired = DesiredTree.of(tree);
        return desired.map(wanted -> Command.apply(device, wanted, root.generation(), deadline, requestId)
                        .withSealed(materials.of(wanted, root.projectId())))
                .orElseGet(() -> Command.remove(device, root.id(), root.generation(), deadline, requestId));
    }
}
