package io.lbaas.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.lbaas.driver.contract.DeviceFaults.Trouble;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.DeviceReport;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.FailureKind.Reaction;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.model.DesiredLoadBalancer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A device that does not answer, or not now, holds nobody up, and is never taken for one with nothing on it. */
public interface OutageContract extends DriverUnderTest {

    /** A change has this time, and a driver somewhat more to give it up. */
    Duration SHORT = Duration.ofSeconds(2);

    Duration LIMIT = Duration.ofSeconds(20);

    @Test
    default void device_that_is_cut_off_cannot_be_read() {
        DesiredLoadBalancer desired = tree().build();
        try (LoadBalancerDriver driver = open()) {
            completes(driver, apply(desired, 1));
        }
        try (Trouble outage = faults().cutOff();
                LoadBalancerDriver driver = open()) {
            assertTimeoutPreemptively(LIMIT, () -> assertUnreadable(driver, desired));
            DeviceReport report = driver.probe();
            assertThat(report.reachable()).isFalse();
            assertThat(report.message()).isNotBlank();
        }
    }

    @Test
    default void device_that_is_cut_off_fails_changes_as_unreachable_and_takes_them_later() {
        DesiredLoadBalancer desired = tree().build();
        try (Trouble outage = faults().cutOff();
                LoadBalancerDriver driver = open()) {
            Outcome outcome = assertTimeoutPreemptively(
                    LIMIT, () -> driver.apply(List.of(shortly(desired))).get(0));
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.kind())
                    .isEqualTo(FailureKind.UNREACHABLE));
        }
        try (LoadBalancerDriver driver = open()) {
            completes(driver, apply(desired, 1));
        }
    }

    @Test
    default void deadline_is_kept_with_a_device_that_hangs() {
        DesiredLoadBalancer desired = tree().build();
        DesiredLoadBalancer known = tree().build();
        try (LoadBalancerDriver driver = open()) {
            completes(driver, apply(known, 1));
        }
        try (Trouble hang = faults().hang();
                LoadBalancerDriver driver = open()) {
            Outcome outcome = assertTimeoutPreemptively(
                    LIMIT, () -> driver.apply(List.of(shortly(desired))).get(0));
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(
                            failed.kind().reaction())
                    .isIn(Reaction.RETRY, Reaction.OBSERVE));
            assertTimeoutPreemptively(
                    LIMIT, () -> assertThat(driver.probe().reachable()).isFalse());
        }
        try (LoadBalancerDriver driver = open()) {
            completes(driver, apply(desired, 1));
        }
    }

    @Test
    default void busy_device_is_told_as_busy_and_takes_the_change_later() {
        DesiredLoadBalancer desired = tree().build();
        try (Trouble other = faults().beBusy();
                LoadBalancerDriver driver = open()) {
            Outcome outcome = assertTimeoutPreemptively(
                    LIMIT,
                    () -> finish(driver, driver.apply(List.of(shortly(desired))).get(0)));
            // A device that takes changes before it looks says so when it is polled, and what it took is lost.
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.kind())
                    .isIn(FailureKind.BUSY, FailureKind.LOST));
        }
        try (LoadBalancerDriver driver = open()) {
            completes(driver, apply(desired, 1));
        }
    }

    private static void assertUnreadable(LoadBalancerDriver driver, DesiredLoadBalancer known) {
        List<ThrowingCallable> reads = List.of(
                driver::list,
                () -> driver.observe(known.id()),
                () -> driver.stats(List.of(known.id())),
                () -> driver.health(List.of(known.id())));
        reads.forEach(read -> assertThatExceptionOfType(DeviceReadException.class)
                .isThrownBy(read)
                .satisfies(failure -> {
                    assertThat(failure.kind().reaction()).isEqualTo(Reaction.RETRY);
                    assertThat(failure.getMessage()).isNotBlank();
                }));
    }

    private static Change shortly(DesiredLoadBalancer desired) {
        return new Change.Apply(desired, 1, Instant.now().plus(SHORT));
    }
}
