package io.lbaas.driver.contract;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.FailureKind.Reaction;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.model.DesiredLoadBalancer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a driver's test says of its driver, and how the contract's tests talk to it. */
public interface DriverUnderTest {

    /** Opens a session with the test's device. Each call within one test reaches the same device, as after a restart. */
    LoadBalancerDriver open();

    /** Starts a tree that the device can have; overridden where 127.0.0.1 with some port above 20,000 is not for it. */
    default TreeBuilder tree() {
        return new TreeBuilder();
    }

    /**
     * A state of a load balancer that passes the driver's validation and that the device refuses, or empty where none
     * is known.
     */
    default Optional<DesiredLoadBalancer> refused(UUID loadBalancerId) {
        return Optional.empty();
    }

    /** What can be done to the test's device; nothing by default. */
    default DeviceFaults faults() {
        return DeviceFaults.NONE;
    }

    /** What the sessions of the test know and must keep to themselves, beside the keys of certificates. */
    default List<String> secrets() {
        return List.of();
    }

    /** The time in which the device settles a change. */
    default Instant deadline() {
        return Instant.now().plusSeconds(20);
    }

    default Change apply(DesiredLoadBalancer desired, long generation) {
        return new Change.Apply(desired, generation, deadline());
    }

    default Change remove(UUID loadBalancerId, long generation) {
        return new Change.Remove(loadBalancerId, generation, deadline());
    }

    /** Makes one change and waits for its end, as an agent does. */
    default Outcome settle(LoadBalancerDriver driver, Change change) {
        return await().atMost(20, SECONDS)
                .pollDelay(Duration.ZERO)
                .pollInSameThread()
                .until(() -> finish(driver, driver.apply(List.of(change)).get(0)), outcome -> !retried(outcome));
    }

    /** Waits for the end of a change that is answered with Pending. */
    default Outcome finish(LoadBalancerDriver driver, Outcome outcome) {
        return outcome instanceof Outcome.Pending pending
                ? await().atMost(20, SECONDS)
                        .pollDelay(pending.pollAfter())
                        .pollInterval(pending.pollAfter())
                        .pollInSameThread()
                        .until(() -> driver.poll(pending.token()), next -> !(next instanceof Outcome.Pending))
                : outcome;
    }

    private static boolean retried(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed
                && EnumSet.of(Reaction.RETRY, Reaction.ORDER_AGAIN)
                        .contains(failed.kind().reaction());
    }

    default Outcome.Completed completes(LoadBalancerDriver driver, Change change) {
        Outcome outcome = settle(driver, change);
        assertThat(outcome).isInstanceOf(Outcome.Completed.class);
        Outcome.Completed completed = (Outcome.Completed) outcome;
        assertThat(completed.generation()).isEqualTo(change.generation());
        return completed;
    }

    default Outcome.Failed fails(LoadBalancerDriver driver, Change change) {
        Outcome outcome = settle(driver, change);
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return (Outcome.Failed) outcome;
    }

    default void refusedAsStale(LoadBalancerDriver driver, Change change) {
        assertThat(fails(driver, change).kind()).isEqualTo(FailureKind.STALE_GENERATION);
    }
}
