package io.lbaas.agent.lane;

import io.lbaas.agent.device.Configurator;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/** Where changes of one device wait for each other. */
final class DeviceLane {
    private final Configurator configurator;
    private final Burst burst;
    private final Duration patience;
    /** Fair, so that whoever's change was made with another's is not held up by those who came later. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    /** When the current change began, in {@link System#nanoTime} terms; null while there is none. */
    private volatile Long busySince;

    /**
     * Makes the lane of one device.
     *
     * @param gathering how long a batch of several waits at most for more to join it
     * @param patience how long gathering a batch and making it may take before others stop waiting for it
     */
    DeviceLane(Configurator configurator, Duration gathering, Duration patience) {
        this.configurator = configurator;
        this.burst = new Burst(gathering);
        this.patience = patience;
    }

    /** Makes a change, alone or with others. One that is BUSY in the end may have been made all the same. */
    Outcome submit(DeviceSpec device, Change change) throws InterruptedException {
        Waiting mine = new Waiting(device, change);
        waiting.add(mine);
        try {
            if (turn.tryLock(patience.toNanos() - busyFor(), TimeUnit.NANOSECONDS)) {
                makeChanges(mine);
            }
        } finally {
            waiting.remove(mine);
        }
        if (mine.outcome() == null) {
            mine.end(Outcome.Failed.of(FailureKind.BUSY, "The device works on another change"));
        }
        return mine.outcome();
    }

    /** How many threads wait for their turn. */
    int waiting() {
        return turn.getQueueLength();
    }

    private long busyFor() {
        Long since = busySince;
        return since == null ? 0 : System.nanoTime() - since;
    }

    private void makeChanges(Waiting mine) {
        try {
            while (mine.outcome() == null) {
                busySince = System.nanoTime();
                if (waiting.size() > 1) {
                    burst.gather(waiting::size);
                }
                makeNewest(take());
            }
        } finally {
            busySince = null;
            turn.unlock();
        }
    }

    private List<Waiting> take() {
        List<Waiting> taken = new ArrayList<>();
        for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
            taken.add(next);
        }
        return taken;
    }

    /** Makes the newest change of each load balancer in one batch. What has no outcome then waits on. */
    private void makeNewest(List<Waiting> taken) {
        try {
            Map<UUID, Waiting> newest = taken.stream()
                    .collect(Collectors.toMap(
                            each -> each.change().loadBalancerId(),
                            each -> each,
                            (one, two) -> Waiting.BY_AGE.compare(one, two) > 0 ? one : two));
            List<Waiting> batch = List.copyOf(newest.values());
            List<Outcome> outcomes = configurator.apply(
                    device(batch), batch.stream().map(Waiting::change).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).end(outcomes.get(i));
            }
            for (Waiting each : taken) {
                Waiting made = newest.get(each.change().loadBalancerId());
                if (each != made) {
                    each.endBy(made.change(), made.outcome());
                }
            }
        } finally {
            taken.stream().filter(each -> each.outcome() == null).forEach(waiting::add);
        }
    }

    /** The device as the latest of the commands knew it: its credentials may have changed meanwhile. */
    static DeviceSpec device(List<Waiting> batch) {
        return batch.stream()
                .map(Waiting::device)
                .max(Comparator.comparingLong(DeviceSpec::revision))
                .orElseThrow();
    }
}
