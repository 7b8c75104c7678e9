package io.lbaas.plugin.watch;

import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Inventory.EventKind;
import io.lbaas.plugin.api.Operations.Action;
import io.lbaas.plugin.config.EvacuationLimits;
import io.lbaas.plugin.entity.Device;
import io.lbaas.plugin.entity.InstantColumn;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.move.Brake;
import io.lbaas.plugin.move.Departures;
import io.lbaas.plugin.move.Mover;
import io.lbaas.plugin.queue.RequestIds;
import io.lbaas.plugin.service.TreeTransaction;
import io.lbaas.plugin.store.DeviceEvents;
import io.lbaas.plugin.store.Devices;
import io.lbaas.plugin.store.FormerPlaces;
import io.lbaas.plugin.store.OperationLog;
import io.lbaas.plugin.store.Trees;
import io.lbaas.plugin.tree.LoadBalancerTree;
import io.lbaas.plugin.tree.TreeEditor;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Empties devices that are to be evacuated, some load balancers in each round. */
@Stateless
public class Evacuator {

    private static final Logger LOG = Logger.getLogger(Evacuator.class.getName());

    /** So many load balancers of a device are under way at once. */
    private static final int UNDER_WAY = 50;

    /** In whose name policies act. */
    private static final String POLICY = "lbaas";

    @Inject
    private Devices devices;

    @Inject
    private DeviceEvents events;

    @Inject
    private Trees trees;

    @Inject
    private FormerPlaces formers;

    @Inject
    private OperationLog operations;

    @Inject
    private TreeTransaction transaction;

    @Inject
    private Mover mover;

    @Inject
    private Departures departures;

    @Inject
    private EvacuationLimits limits;

    /**
     * A load balancer that is to leave its device.
     *
     * @param user on whose behalf
     */
    public record Leaving(UUID loadBalancerId, UUID deviceId, String user) {}

    /** Begins and ends evacuations, and says what is to be moved now. */
    public List<Leaving> review() {
        if (!devices.anyToEvacuate()) {
            return List.of();
        }
        Instant now = InstantColumn.now();
        List<Device> all = devices.lockAll();
        Brake brake = new Brake(limits, now);
        all.stream().filter(device -> device.evacuation().active()).forEach(device -> endIfDone(device, now));
        all.stream()
                .filter(device -> device.touchable() && device.overdue(now))
                .filter(device -> !device.evacuation().active())
                .filter(device -> !trees.on(device.id(), 1).isEmpty())
                .forEach(device -> begin(device, all, brake));
        List<Leaving> leaving = new ArrayList<>();
        all.stream()
                .filter(device -> device.evacuation().active())
                .filter(device -> !device.evacuation().automatic())
                .forEach(device -> leaving.addAll(leaving(device, UNDER_WAY)));
        leaving.addAll(byPolicy(all, brake));
        return leaving;
    }

    /** Policies share what may be moved. */
    private List<Leaving> byPolicy(List<Device> all, Brake brake) {
        List<Leaving> leaving = new ArrayList<>();
        long room = brake.room(operations.count(Action.EVACUATE, POLICY, brake.since()));
        for (Device device : all) {
            if (device.evacuation().automatic()) {
                if (leaving.size() >= room) {
                    hold(device, brake.words(), brake.now());
                }
                leaving.addAll(leaving(device, room - leaving.size()));
            }
        }
        return leaving;
    }

    private void begin(Device device, List<Device> all, Brake brake) {
        brake.ofDevices(all).ifPresentOrElse(words -> hold(device, words, brake.now()), () -> {
            device.evacuateByPolicy(brake.now());
            String words = "Unreachable since " + device.healthSince();
            events.add(device.id(), brake.now(), EventKind.EVACUATING, words);
            LOG.log(Level.WARNING, "Device {0} is evacuated: {1}", new Object[] {device.name(), words});
        });
    }

    private void endIfDone(Device device, Instant now) {
        boolean back = device.reachable() && device.evacuation().automatic();
        if (back || trees.on(device.id(), 1).isEmpty()) {
            device.endEvacuation();
            events.add(
                    device.id(),
                    now,
                    EventKind.EVACUATED,
                    back ? "It is reachable again" : "No load balancers are left");
        }
    }

    private void hold(Device device, String words, Instant now) {
        if (device.noteEvacuation(words)) {
            events.add(device.id(), now, EventKind.EVACUATION_HELD, words);
            LOG.log(Level.WARNING, "Device {0}: {1}", new Object[] {device.name(), words});
        }
    }

    private List<Leaving> leaving(Device device, long room) {
        long most = Math.min(room, UNDER_WAY - formers.underWay(device.id()));
        String user = device.evacuation().by().orElse(POLICY);
        return trees.on(device.id(), (int) Math.max(0, most)).stream()
                .map(id -> new Leaving(id, device.id(), user))
                .toList();
    }

    /**
     * Moves a load balancer to another device.
     *
     * @throws Fault where it is being changed, or no other device can have it
     */
    public void move(Leaving leaving) {
        if (ended(leaving)) {
            return;
        }
        var caller = new Caller(leaving.user(), "", RequestIds.ofOurOwn());
        transaction.change(
                caller,
                Action.EVACUATE,
                new ObjectRef(ObjectType.LOAD_BALANCER, leaving.loadBalancerId()),
                editor -> move(editor, leaving.deviceId()));
    }

    /** One that is to be deleted is not moved for that; its device is told when it is back. */
    private boolean ended(Leaving leaving) {
        Optional<LoadBalancerTree> doomed = trees.lock(leaving.loadBalancerId())
                .filter(tree -> tree.root().doomed() && tree.root().deviceId().equals(leaving.deviceId()))
                .filter(tree -> !devices.get(leaving.deviceId()).reachable());
        doomed.ifPresent(tree -> {
            Instant now = InstantColumn.now();
            departures.abandon(tree, now);
            operations.end(tree, tree.root().generation(), now);
            trees.save(tree);
        });
        return doomed.isPresent();
    }

    private LoadBalancer move(TreeEditor editor, UUID from) {
        LoadBalancer root = editor.tree().root();
        if (!root.deviceId().equals(from)) {
            return root;
        }
        editor.loadBalancer().failOver();
        if (!mover.elsewhere(editor.tree(), InstantColumn.now())) {
            throw Fault.unavailable(
                    "No other device of provider '" + root.provider() + "' can have load balancer " + root.id());
        }
        return root;
    }

    /** Says why load balancers of a device are not moved. */
    public void note(UUID deviceId, String words) {
        devices.lock(deviceId).noteEvacuation(words);
    }
}
