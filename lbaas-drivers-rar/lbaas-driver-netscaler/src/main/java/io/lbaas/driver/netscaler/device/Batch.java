package io.lbaas.driver.netscaler.device;

import io.lbaas.driver.netscaler.nitro.NitroClient;
import io.lbaas.driver.netscaler.nitro.NitroException;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StateAfter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Makes changes of several load balancers one after the other, and saves the configuration once after all. */
public final class Batch {
    private static final Logger LOG = System.getLogger(Batch.class.getName());
    private static final Set<FailureKind> REFUSALS =
            EnumSet.of(FailureKind.DEVICE_REFUSED, FailureKind.CONFLICT, FailureKind.CAPACITY, FailureKind.INVALID);
    private static final Duration HALF_LEASE = ManagementLock.LEASE.dividedBy(2);
    private final NitroClient nitro;
    private final boolean enableFeatures;
    private final ManagementLock lock;

    public Batch(NitroClient nitro, boolean enableFeatures) {
        this.nitro = nitro;
        this.enableFeatures = enableFeatures;
        lock = new ManagementLock(nitro);
    }

    /** One outcome for each change, in the same order. */
    public List<Outcome> apply(List<Change> changes) {
        Instant deadline = changes.stream()
                .map(Change::deadline)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<Outcome> outcomes = new ArrayList<>();
        try {
            new Appliance(nitro, deadline).prepare(enableFeatures);
            lock.take(deadline);
            run(changes, outcomes, deadline);
        } catch (NitroException e) {
            Outcome.Failed failed = untouched(e);
            while (outcomes.size() < changes.size()) {
                outcomes.add(failed);
            }
        } finally {
            unlock();
        }
        if (outcomes.stream().anyMatch(Batch::decided)) {
            conclude(outcomes, deadline);
        }
        return outcomes;
    }

    /** Lets tombstones go, as far as it can be done now. */
    public void forget(Collection<UUID> loadBalancers) {
        Instant deadline = Instant.now().plus(ManagementLock.LEASE);
        try {
            lock.take(deadline);
            Marks marks = Marks.read(nitro, deadline);
            for (UUID id : loadBalancers) {
                if (marks.get(id)
                        .filter(mark -> mark.state() == Mark.State.REMOVED)
                        .isPresent()) {
                    marks.delete(id, lock.until());
                }
            }
            unlock();
            new Appliance(nitro, deadline).save();
        } catch (NitroException e) {
            LOG.log(Level.DEBUG, "Tombstones stay for now", e);
        } finally {
            unlock();
        }
    }

    private void run(List<Change> changes, List<Outcome> outcomes, Instant deadline) throws NitroException {
        Marks marks = Marks.read(nitro, deadline);
        for (Change change : changes) {
            if (Instant.now().plus(HALF_LEASE).isAfter(lock.until())) {
                lock.take(deadline);
            }
            Outcome outcome = new ChangeRunner(nitro, marks, lock.until()).run(change);
            outcomes.add(outcome);
            if (outcome instanceof Outcome.Failed failed && cutOff(failed)) {
                // The others would only wait for the same silence.
                throw new NitroException(FailureKind.UNREACHABLE, 0, failed.message(), null);
            }
        }
    }

    private static boolean cutOff(Outcome.Failed failed) {
        return failed.kind() == FailureKind.UNREACHABLE || failed.kind() == FailureKind.TIMEOUT_UNKNOWN;
    }

    /** Nothing was sent that changes a load balancer. */
    private static Outcome.Failed untouched(NitroException e) {
        FailureKind kind = e.kind() == FailureKind.TIMEOUT_UNKNOWN ? FailureKind.UNREACHABLE : e.kind();
        return new Outcome.Failed(kind, e.code(), e.getMessage(), Map.of(), StateAfter.UNCHANGED);
    }

    /** Whether the appliance did as it was told, or said that it will not. */
    private static boolean decided(Outcome outcome) {
        return !(outcome instanceof Outcome.Failed failed) || REFUSALS.contains(failed.kind());
    }

    /**
     * What is not saved is not done: the appliance would forget it. Doing it again saves it. The turn has ended by now,
     * lest the appliance begin with it when it starts again. Nor is anything done or refused by what is the secondary
     * node of its pair by now.
     */
    private void conclude(List<Outcome> outcomes, Instant deadline) {
        Appliance appliance = new Appliance(nitro, deadline);
        try {
            appliance.requirePrimary();
        } catch (NitroException e) {
            replace(outcomes, Batch::decided, undecided(e, e.getMessage()));
            return;
        }
        if (outcomes.stream().noneMatch(Outcome.Completed.class::isInstance)) {
            return;
        }
        try {
            appliance.save();
        } catch (NitroException e) {
            String message = "The configuration was not saved: " + e.getMessage();
            replace(outcomes, Outcome.Completed.class::isInstance, undecided(e, message));
        }
    }

    /** Doing all of it once more does no harm, so that it need not be known whether the last call was done. */
    private static Outcome.Failed undecided(NitroException e, String message) {
        FailureKind kind = e.kind() == FailureKind.TIMEOUT_UNKNOWN ? FailureKind.TRANSIENT : e.kind();
        return new Outcome.Failed(kind, e.code(), message, Map.of(), StateAfter.PARTIAL);
    }

    private static void replace(List<Outcome> outcomes, Predicate<Outcome> which, Outcome.Failed by) {
        outcomes.replaceAll(outcome -> which.test(outcome) ? by : outcome);
    }

    private void unlock() {
        try {
            lock.end(Instant.now().plusSeconds(1));
        } catch (NitroException e) {
            LOG.log(Level.DEBUG, "The turn ends when its lease does", e);
        }
    }
}
