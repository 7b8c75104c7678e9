package io.lbaas.agent.lane;

import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.FailureKind.Reaction;
import io.lbaas.driver.spi.Outcome;
import java.util.Comparator;
import java.util.Map;

/** A change that waits in a lane, and what became of it. */
final class Waiting {
    /** Oldest first; of one generation, the removal is the newer. */
    static final Comparator<Waiting> BY_AGE = Comparator.<Waiting>comparingLong(waiting -> waiting.change.generation())
            .thenComparing(waiting -> waiting.change instanceof Change.Remove);

    private final DeviceSpec device;
    private final Change change;
    private volatile Outcome outcome;

    Waiting(DeviceSpec device, Change change) {
        this.device = device;
        this.change = change;
    }

    DeviceSpec device() {
        return device;
    }

    Change change() {
        return change;
    }

    /** What became of the change, null as long as it waits. */
    Outcome outcome() {
        return outcome;
    }

    void end(Outcome end) {
        outcome = end;
    }

    /**
     * Ends a change in whose place a newer one of the same load balancer was made. If that was refused for its own
     * fault, this one goes on waiting for a try of its own.
     */
    void endBy(Change newer, Outcome newest) {
        boolean refused =
                newest instanceof Outcome.Failed failed && failed.kind().reaction() == Reaction.GIVE_UP;
        if (refused) {
            return;
        }
        boolean done = newest instanceof Outcome.Completed && newer.getClass() == change.getClass();
        end(done ? settledBy((Outcome.Completed) newest) : superseded(newer));
    }

    /** The newer one's own outcome tells the statuses. */
    private static Outcome settledBy(Outcome.Completed newest) {
        return new Outcome.Completed(newest.generation(), newest.digest(), Map.of());
    }

    private static Outcome superseded(Change newer) {
        return Outcome.Failed.of(
                FailureKind.STALE_GENERATION, "Generation " + newer.generation() + " was on its way already");
    }
}
