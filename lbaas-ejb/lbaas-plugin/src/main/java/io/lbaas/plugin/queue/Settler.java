package io.lbaas.plugin.queue;

import io.lbaas.message.Operation;
import io.lbaas.message.Result;
import io.lbaas.plugin.entity.Device;
import io.lbaas.plugin.entity.InstantColumn;
import io.lbaas.plugin.move.Departures;
import io.lbaas.plugin.store.Devices;
import io.lbaas.plugin.store.OperationLog;
import io.lbaas.plugin.store.Trees;
import io.lbaas.plugin.tree.LoadBalancerTree;
import io.lbaas.plugin.tree.Settlement;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Settles load balancers by what agents report, one load balancer in one transaction. */
@Stateless
public class Settler {

    private static final Logger LOG = Logger.getLogger(Settler.class.getName());

    /** A result may be seen before the change that caused it: it is put back so often before that is ruled out. */
    private static final int PATIENCE = 5;

    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Inject
    private Trees trees;

    @Inject
    private Devices devices;

    @Inject
    private OperationLog operations;

    @Inject
    private Departures departures;

    @Inject
    private Dispatcher dispatcher;

    @Inject
    private Removals removals;

    @Inject
    private CommandQueue queue;

    public void settle(Result result) {
        if (isSettled(result)) {
            return;
        }
        Instant now = InstantColumn.now();
        Optional<LoadBalancerTree> tree = trees.lock(result.loadBalancerId());
        if (tree.isEmpty()) {
            settleUnknown(result, now);
        } else if (result.generation() > tree.get().root().generation() && result.attempt() < PATIENCE) {
            queue.postpone(result, PAUSE);
        } else if (tree.get().root().deviceId().equals(result.deviceId())) {
            settle(tree.get(), result, now);
        } else {
            settleElsewhere(tree.get(), result, now);
        }
    }

    /** Of the changes that a device made together each has a result, and the first to come says it all. */
    private boolean isSettled(Result result) {
        return result.succeeded()
                && result.operation() == Operation.APPLY
                && result.operatingStatus().isEmpty()
                && trees.settled(result.loadBalancerId(), result.deviceId(), result.generation());
    }

    /** A result of a device that is not the load balancer's place. */
    private void settleElsewhere(LoadBalancerTree tree, Result result, Instant now) {
        if (departures.settle(tree.root(), result, now)) {
            if (tree.root().due(now)) {
                dispatch(tree, now);
            }
        } else if (result.succeeded() && result.operation() == Operation.APPLY) {
            // It has been gone from there for long: this came late, or was raised from the dead.
            remove(result, result.generation(), now);
        }
    }

    private void settle(LoadBalancerTree tree, Result result, Instant now) {
        if (!departures.divert(tree, result, now)) {
            new Settlement(tree, now).settle(result);
            operations.end(tree, result, now);
        }
        if (tree.gone()) {
            departures.release(tree.root(), now);
        } else {
            departures.arrived(tree.root(), result, now);
        }
        if (tree.changed() && !tree.gone()) {
            dispatch(tree, now);
        } else {
            trees.save(tree);
        }
        if (departures.pending(result.loadBalancerId(), now)) {
            removals.send(result.loadBalancerId(), now);
        }
    }

    private void dispatch(LoadBalancerTree tree, Instant now) {
        Device device = devices.get(tree.root().deviceId());
        dispatcher.dispatch(tree, device, now, RequestIds.ofOurOwn());
    }

    /** What the database has no more must not stay on a device. */
    private void settleUnknown(Result result, Instant now) {
        if (departures.settle(null, result, now)) {
            return;
        }
        if (!operations.knows(result.loadBalancerId()) && result.attempt() < PATIENCE) {
            queue.postpone(result, PAUSE);
        } else if (result.operation() != Operation.REMOVE) {
            remove(result, result.generation() + 1, now);
        } else if (!result.succeeded()) {
            settleRefusedRemoval(result, now);
        }
    }

    private void settleRefusedRemoval(Result result, Instant now) {
        switch (result.failure().kind().reaction()) {
            case RETRY, OBSERVE, ORDER_AGAIN -> remove(result, result.generation(), now);
            case GIVE_UP ->
                LOG.log(Level.WARNING, "Load balancer {0} is gone but may be on its device still: {1}", new Object[] {
                    result.loadBalancerId(), result.failure().message()
                });
            case DROP -> {
                // The device was told something newer, whose own result says what is to be done.
            }
        }
    }

    private void remove(Result result, long generation, Instant now) {
        devices.find(result.deviceId())
                .ifPresent(device -> dispatcher.remove(result.loadBalancerId(), generation, device, now));
    }
}
