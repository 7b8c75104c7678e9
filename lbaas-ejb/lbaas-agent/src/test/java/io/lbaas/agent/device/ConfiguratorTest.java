package io.lbaas.agent.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.agent.FakeDevice;
import io.lbaas.agent.FakeSessions;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.OperationToken;
import io.lbaas.driver.spi.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfiguratorTest {
    private static final DeviceSpec SPEC = new DeviceSpec(UUID.randomUUID(), "fake", Map.of(), 1);
    private static final Outcome REFUSED = Outcome.Failed.of(FailureKind.DEVICE_REFUSED, "no");

    private final FakeDevice device = new FakeDevice();
    private final FakeSessions sessions = new FakeSessions(device);
    private final Configurator configurator = configurator("fake");
    private final List<Change> changes = IntStream.range(0, 8)
            .<Change>mapToObj(i -> new Change.Remove(UUID.randomUUID(), i, Instant.MAX))
            .toList();

    private Configurator configurator(String driver) {
        return new Configurator(new Sessions(
                name -> name.equals(driver) ? Optional.of(sessions) : Optional.empty(), new Credentials(null)));
    }

    private static boolean completed(Outcome outcome) {
        return outcome instanceof Outcome.Completed;
    }

    private static FailureKind failure(Outcome outcome) {
        return ((Outcome.Failed) outcome).kind();
    }

    /** A device that takes all or nothing. */
    private void refuseEveryBatchWith(Change... faulty) {
        device.obstruct(change -> {
            List<Change> batch = device.batches().get(device.batches().size() - 1);
            return List.of(faulty).stream().anyMatch(batch::contains) ? REFUSED : null;
        });
    }

    @Test
    void goodBatchIsOneCall() {
        assertThat(configurator.apply(SPEC, changes)).allMatch(ConfiguratorTest::completed);
        assertThat(device.batches()).containsExactly(changes);
        assertThat(sessions.discarded()).isZero();
    }

    @Test
    void onlyTheFaultyOfABatchFail() {
        refuseEveryBatchWith(changes.get(2), changes.get(7));
        List<Outcome> outcomes = configurator.apply(SPEC, changes);
        for (int i = 0; i < changes.size(); i++) {
            assertThat(completed(outcomes.get(i))).as("change %d", i).isEqualTo(i != 2 && i != 7);
        }
    }

    @Test
    void faultyOneThatTheDriverNamesIsConfirmedAlone() {
        device.obstruct(change -> change.equals(changes.get(3)) ? REFUSED : null);
        assertThat(failure(configurator.apply(SPEC, changes).get(3))).isEqualTo(FailureKind.DEVICE_REFUSED);
        assertThat(device.batches()).containsExactly(changes, List.of(changes.get(3)));
    }

    @Test
    void passingFailureIsNotBisected() {
        device.obstruct(change -> Outcome.Failed.of(FailureKind.UNREACHABLE, "no route"));
        assertThat(configurator.apply(SPEC, changes))
                .extracting(ConfiguratorTest::failure)
                .containsOnly(FailureKind.UNREACHABLE);
        assertThat(device.batches()).hasSize(1);
        assertThat(sessions.discarded())
                .as("the next attempt has a new session")
                .isEqualTo(1);
    }

    @Test
    void unknownOutcomeIsCompletedWhereTheDeviceHasIt() {
        device.obstruct(change -> {
            if (change.generation() % 2 == 0) {
                device.keep(change);
            }
            return Outcome.Failed.of(FailureKind.TIMEOUT_UNKNOWN, "no answer");
        });
        List<Outcome> outcomes = configurator.apply(SPEC, changes);
        for (int i = 0; i < changes.size(); i++) {
            assertThat(completed(outcomes.get(i))).as("change %d", i).isEqualTo(i % 2 == 0);
        }
    }

    @Test
    void driverThatThrowsFailsTheGuiltyOnlyAndLosesItsSession() {
        device.obstruct(change -> {
            if (change.equals(changes.get(5))) {
                throw new IllegalStateException("a bug");
            }
            return null;
        });
        List<Outcome> outcomes = configurator.apply(SPEC, changes);
        assertThat(outcomes.stream().filter(ConfiguratorTest::completed)).hasSize(7);
        assertThat(failure(outcomes.get(5))).isEqualTo(FailureKind.INTERNAL);
        assertThat(sessions.discarded()).isPositive();
        assertThat(sessions.lent()).isZero();
    }

    @Test
    void missingDriverAndMissingSessionArePassing() {
        assertThat(failure(configurator("other").apply(SPEC, changes).get(0))).isEqualTo(FailureKind.TRANSIENT);
        sessions.refuse("the pool is exhausted");
        Outcome outcome = configurator.apply(SPEC, changes).get(0);
        assertThat(failure(outcome)).isEqualTo(FailureKind.TRANSIENT);
        assertThat(((Outcome.Failed) outcome).message()).contains("the pool is exhausted");
    }

    @Test
    void pollOfAnUnknownOutcomeLooksAtTheDevice() {
        device.keep(changes.get(0));
        device.answerPolls(token -> Outcome.Failed.of(FailureKind.TIMEOUT_UNKNOWN, "no answer"));
        assertThat(completed(configurator.poll(SPEC, new OperationToken("1"), changes.get(0))))
                .isTrue();
        assertThat(completed(configurator.poll(SPEC, new OperationToken("1"), changes.get(1))))
                .isFalse();
    }
}
