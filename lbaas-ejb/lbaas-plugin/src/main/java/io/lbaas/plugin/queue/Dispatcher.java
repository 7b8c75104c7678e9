package io.lbaas.plugin.queue;

import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.message.Command;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.plugin.config.Settings;
import io.lbaas.plugin.entity.Device;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.place.Choices;
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
    private Choices choices;

    @Inject
    private Settings settings;

    /**
     * Writes the tree, and then sends it: the database is to commit before the queue. For a device that is not to be
     * touched it waits until it is sent again.
     */
    public void dispatch(LoadBalancerTree tree, Device device, Instant now, String requestId) {
        tree.root().sent(now, settings.resendAfter(), settings.deadline());
        trees.save(tree);
        if (device.touchable()) {
            queue.send(command(tree, device.spec(), now.plus(settings.deadline()), requestId));
        }
    }

    /** Takes a load balancer off a device that is not to have it any more. */
    public void remove(UUID loadBalancerId, long generation, Device device, Instant now) {
        trees.flush();
        if (device.touchable()) {
            queue.send(Command.remove(
                    device.spec(), loadBalancerId, generation, now.plus(settings.deadline()), RequestIds.ofOurOwn()));
        }
    }

    private Command command(LoadBalancerTree tree, DeviceSpec device, Instant deadline, String requestId) {
        LoadBalancer root = tree.root();
        Optional<DesiredLoadBalancer> desired =
                DesiredTree.of(tree).map(wanted -> wanted.withProfile(choices.driverData(root)));
        return desired.map(wanted -> Command.apply(device, wanted, root.generation(), deadline, requestId)
                        .withSealed(materials.of(wanted, root.projectId())))
                .orElseGet(() -> Command.remove(device, root.id(), root.generation(), deadline, requestId));
    }
}
