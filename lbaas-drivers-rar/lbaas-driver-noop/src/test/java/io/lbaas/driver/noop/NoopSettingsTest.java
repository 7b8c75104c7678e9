package io.lbaas.driver.noop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.OperationToken;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoopSettingsTest {
    private final UUID deviceId = UUID.randomUUID();
    private final DesiredLoadBalancer desired =
            new TreeBuilder().members("192.0.2.1", "192.0.2.66").build();

    @AfterEach
    void forget() {
        NoopDevice.forget(deviceId);
    }

    private DeviceSpec device(String... settings) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            map.put(settings[i], settings[i + 1]);
        }
        return new DeviceSpec(deviceId, "noop", map, 1);
    }

    private Outcome apply(DeviceSpec device, long generation) {
        Change change = new Change.Apply(desired, generation, Instant.MAX);
        return new NoopDriver(device).apply(List.of(change)).get(0);
    }

    private FailureKind failure(DeviceSpec device, long generation) {
        return ((Outcome.Failed) apply(device, generation)).kind();
    }

    @Test
    void memberWhoseAddressMatchesIsBlamed() {
        Outcome.Failed failed = (Outcome.Failed) apply(device("fail", "INVALID:.*\\.66"), 1);
        UUID member = desired.pools().get(0).members().get(1).id();
        assertThat(failed.kind()).isEqualTo(FailureKind.INVALID);
        assertThat(failed.blamed()).containsOnlyKeys(new ObjectRef(ObjectType.MEMBER, member));
        assertThat(apply(device("fail", "INVALID:10\\..*"), 1)).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void failuresEndAfterTheGivenNumber() {
        DeviceSpec device = device("fail", "BUSY", "fail-times", "2");
        assertThat(failure(device, 1)).isEqualTo(FailureKind.BUSY);
        assertThat(failure(device, 1)).isEqualTo(FailureKind.BUSY);
        assertThat(apply(device, 1)).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void unknownOutcomeIsDoneAllTheSame() throws DeviceReadException {
        assertThat(failure(device("fail", "TIMEOUT_UNKNOWN"), 3)).isEqualTo(FailureKind.TIMEOUT_UNKNOWN);
        assertThat(new NoopDriver(device()).observe(desired.id()).generation()).isEqualTo(3);
    }

    @Test
    void unreachableDeviceFailsChangesAndProbes() {
        assertThat(failure(device("reachable", "false"), 1)).isEqualTo(FailureKind.UNREACHABLE);
        assertThat(new NoopDriver(device("reachable", "false")).probe().reachable())
                .isFalse();
    }

    @Test
    void onlyTheDevicesPasswordLetsIn() {
        String sha256 = "41ef4bb0b23661e66301aac36066912dac037827b4ae63a7b1165a5aa93ed4eb";
        assertThat(failure(admitting(sha256, "closed sesame"), 1)).isEqualTo(FailureKind.AUTH);
        assertThat(apply(admitting(sha256, "open sesame"), 1)).isInstanceOf(Outcome.Completed.class);
    }

    private DeviceSpec admitting(String sha256, String password) {
        return new DeviceSpec(deviceId, "noop", Map.of("password-sha256", sha256), Map.of("password", password), 1);
    }

    @Test
    void slowDeviceTakesItsTime() {
        Instant start = Instant.now();
        apply(device("delay-ms", "30"), 1);
        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(30));
    }

    @Test
    void pendingChangeIsReportedOnlyInTimeAndOnlyWhileItIsTheNewest() {
        Outcome.Pending pending = (Outcome.Pending) apply(device("pend-ms", "60000"), 1);
        assertThat(new NoopDriver(device()).poll(pending.token())).isInstanceOf(Outcome.Pending.class);
        OperationToken due = new OperationToken(desired.id() + " 1 " + Instant.EPOCH);
        assertThat(new NoopDriver(device()).poll(due)).isInstanceOf(Outcome.Completed.class);
        apply(device(), 2);
        assertThat(new NoopDriver(device()).poll(due)).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void directoryOutlivesTheProcess(@TempDir Path directory) throws DeviceReadException {
        DeviceSpec device = device("directory", directory.toString());
        apply(device, 4);
        forget();
        assertThat(new NoopDriver(device).observe(desired.id()).generation()).isEqualTo(4);
        assertThat(new NoopDriver(device()).observe(desired.id()).generation()).isEqualTo(4);
        forget();
        assertThat(new NoopDriver(device()).observe(desired.id()).generation()).isZero();
    }

    @Test
    void changeBehindTheDriversBackIsSeen(@TempDir Path directory) throws IOException, DeviceReadException {
        DeviceSpec device = device("directory", directory.toString());
        apply(device, 1);
        Files.writeString(
                directory.resolve(deviceId.toString()).resolve(desired.id() + ".lb"),
                "member of someone else",
                StandardOpenOption.APPEND);
        assertThat(new NoopDriver(device).observe(desired.id()).intact()).isFalse();
    }

    @Test
    void unusableSettingsAreRefusedInWords() {
        assertThatThrownBy(() -> new NoopResourceAdapter().open(device("delay-ms", "soon")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("soon");
    }

    @Test
    void unreachableDeviceCannotBeRead() {
        NoopDriver driver = new NoopDriver(device("reachable", "false"));
        assertThatThrownBy(driver::list).isInstanceOf(DeviceReadException.class);
        assertThatThrownBy(() -> driver.observe(desired.id())).isInstanceOf(DeviceReadException.class);
        assertThatThrownBy(() -> driver.stats(List.of())).isInstanceOf(DeviceReadException.class);
        assertThatThrownBy(() -> driver.health(List.of())).isInstanceOf(DeviceReadException.class);
    }
}
