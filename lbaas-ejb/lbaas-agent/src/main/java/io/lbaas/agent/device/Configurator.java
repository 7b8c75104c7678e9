package io.lbaas.agent.device;

import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.FailureKind.Reaction;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.ObservedLoadBalancer;
import io.lbaas.driver.spi.OperationToken;
import io.lbaas.driver.spi.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Has drivers change their devices' configuration, and finds out what became of it. Every failure is an outcome. */
@ApplicationScoped
public class Configurator {
    /** After these the next attempt begins with a new session. */
    private static final Set<FailureKind> BROKEN =
            EnumSet.of(FailureKind.UNREACHABLE, FailureKind.AUTH, FailureKind.TIMEOUT_UNKNOWN);

    private final Sessions sessions;

    @Inject
    public Configurator(Sessions sessions) {
        this.sessions = sessions;
    }

    /** For the container's proxy. */
    protected Configurator() {
        this(null);
    }

    /**
     * Makes changes of different load balancers in one batch. What is refused is tried again in halves, so that each
     * outcome in the end is the change's own.
     *
     * @return one outcome for each change, in the same order
     */
    public List<Outcome> apply(DeviceSpec device, List<Change> changes) {
        List<Outcome> outcomes = new ArrayList<>(applyOnce(device, changes));
        List<Integer> refused = IntStream.range(0, changes.size())
                .filter(i -> reaction(outcomes.get(i)) == Reaction.GIVE_UP)
                .boxed()
                .toList();
        if (changes.size() > 1 && !refused.isEmpty()) {
            int middle = (refused.size() + 1) / 2;
            applyAgain(device, changes, refused.subList(0, middle), outcomes);
            applyAgain(device, changes, refused.subList(middle, refused.size()), outcomes);
        }
        return outcomes;
    }

    private void applyAgain(DeviceSpec device, List<Change> changes, List<Integer> indexes, List<Outcome> outcomes) {
        if (!indexes.isEmpty()) {
            List<Outcome> again =
                    apply(device, indexes.stream().map(changes::get).toList());
            IntStream.range(0, indexes.size()).forEach(i -> outcomes.set(indexes.get(i), again.get(i)));
        }
    }

    private List<Outcome> applyOnce(DeviceSpec device, List<Change> changes) {
        try {
            return sessions.call(device, driver -> outcomes(driver, changes), Configurator::sessionBroke);
        } catch (SessionException e) {
            return Collections.nCopies(changes.size(), e.failure());
        }
    }

    private static List<Outcome> outcomes(LoadBalancerDriver driver, List<Change> changes) {
        List<Outcome> outcomes = driver.apply(changes);
        if (outcomes.size() != changes.size()) {
            throw new IllegalStateException(outcomes.size() + " outcomes of " + changes.size() + " changes");
        }
        return IntStream.range(0, changes.size())
                .mapToObj(i -> known(outcomes.get(i), changes.get(i), driver))
                .toList();
    }

    private static boolean sessionBroke(List<Outcome> outcomes) {
        return outcomes.stream()
                .anyMatch(outcome -> outcome instanceof Outcome.Failed failed && BROKEN.contains(failed.kind()));
    }

    /** Asks after a change that the device had not finished. */
    public Outcome poll(DeviceSpec device, OperationToken token, Change change) {
        try {
            return sessions.call(device, driver -> known(driver.poll(token), change, driver));
        } catch (SessionException e) {
            return e.failure();
        }
    }

    /**
     * Gives up a change that the device had not finished, as far as the device allows.
     *
     * @throws SessionException where the device was not told
     */
    public void cancel(DeviceSpec device, OperationToken token) throws SessionException {
        sessions.call(device, driver -> {
            driver.cancel(token);
            return token;
        });
    }

    /** Where the driver does not know what became of a change, looks whether the device has it. */
    private static Outcome known(Outcome outcome, Change change, LoadBalancerDriver driver) {
        if (reaction(outcome) != Reaction.OBSERVE) {
            return outcome;
        }
        ObservedLoadBalancer observed;
        try {
            observed = driver.observe(change.loadBalancerId());
        } catch (DeviceReadException e) {
            return outcome; // As little known as before.
        }
        boolean done = observed.generation() == change.generation()
                && observed.present() == (change instanceof Change.Apply)
                && observed.intact();
        return done ? new Outcome.Completed(observed.generation(), observed.digest(), Map.of()) : outcome;
    }

    private static Reaction reaction(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed ? failed.kind().reaction() : null;
    }
}
