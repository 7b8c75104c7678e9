package io.lbaas.plugin.move;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.spi.DeviceReport;
import io.lbaas.plugin.Postgres;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.api.Inventory.DeviceDescription;
import io.lbaas.plugin.api.Inventory.DeviceState;
import io.lbaas.plugin.config.EvacuationLimits;
import io.lbaas.plugin.entity.Device;
import io.lbaas.plugin.store.Devices;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrakeTest {

    private static final Instant NOW = Samples.NOW;

    private final EvacuationLimits limits = new EvacuationLimits(25, 200, Duration.ofMinutes(10));

    @ParameterizedTest
    @CsvSource({
        "1, 1, true",
        "2, 1, true",
        "3, 2, false",
        "8, 2, true",
        "8, 3, false",
        "100, 25, true",
        "100, 26, false"
    })
    void soManyMayBeUnreachable(int devices, int unreachable, boolean released) {
        List<Device> all = new ArrayList<>();
        for (int i = 0; i < devices; i++) {
            all.add(device(DeviceState.ENABLED, i >= unreachable));
        }

        assertThat(new Brake(limits, NOW).ofDevices(all).isEmpty()).isEqualTo(released);
    }

    @Test
    void whatWasEvacuatedCountsUntilThePeriodIsOver() {
        Device back = device(DeviceState.ENABLED, true);
        back.evacuateByPolicy(NOW);
        List<Device> all = List.of(back, device(DeviceState.ENABLED, false), device(DeviceState.DRAINING, true));

        assertThat(new Brake(limits, NOW.plusSeconds(599)).ofDevices(all))
                .contains("Not evacuated: 2 of 3 devices are unreachable or were evacuated within PT10M, more than 1");
        assertThat(new Brake(limits, NOW.plusSeconds(600)).ofDevices(all)).isEmpty();
    }

    @Test
    void whatIsDisabledDoesNotCount() {
        List<Device> all = List.of(
                device(DeviceState.DISABLED, false),
                device(DeviceState.DISABLED, false),
                device(DeviceState.ENABLED, false));

        assertThat(new Brake(limits, NOW).ofDevices(all)).isEmpty();
    }

    @Test
    void soManyLoadBalancersMayBeMoved() {
        assertThat(new Brake(limits, NOW).room(150)).isEqualTo(50);
        assertThat(new Brake(limits, NOW).room(200)).isZero();
        assertThat(new Brake(limits, NOW).room(201)).isZero();
    }

    @Test
    void aDeviceIsOverdueAfterItsOwnTime() {
        Device away = device(DeviceState.ENABLED, false);

        assertThat(away.overdue(NOW.plusSeconds(59))).isFalse();
        assertThat(away.overdue(NOW.plusSeconds(60))).isTrue();
        assertThat(device(DeviceState.ENABLED, true).overdue(NOW.plusSeconds(60)))
                .isFalse();
    }

    private static Device device(DeviceState state, boolean reachable) {
        var description = new DeviceDescription(
                UUID.randomUUID().toString(), "noop", Map.of(), 10, state, List.of(), null, List.of(), 60);
        var device = new Device(UUID.randomUUID(), description, NOW);
        Postgres.inTransaction(session -> {
            var devices = new Devices(session);
            devices.add(device);
            return devices.probed(device, new DeviceReport(reachable, "product", "", Samples.ALL), NOW);
        });
        return Postgres.inTransaction(session -> new Devices(session).get(device.id()));
    }
}
