package io.lbaas.plugin.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.spi.DeviceKeys;
import io.lbaas.driver.spi.DeviceReport;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.api.Inventory.DeviceDescription;
import io.lbaas.plugin.api.Inventory.DeviceState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeviceTest {

    private static final Instant NOW = Samples.NOW;

    private final Device device = new Device(UUID.randomUUID(), description(Map.of("port", "1"), 60), NOW);

    @Test
    void theRevisionGrowsWithWhatASessionIsOpenedWith() {
        long first = device.spec().revision();
        device.change(description(Map.of("port", "1"), 90));
        assertThat(device.spec().revision()).as("nothing of it").isEqualTo(first);

        device.change(description(Map.of("port", "2"), 90));
        assertThat(device.spec().revision()).isEqualTo(first + 1);
        device.admitWith(Map.of("password", "sealed"));
        assertThat(device.spec().revision()).isEqualTo(first + 2);
        device.change(description(Map.of("port", "2"), 60));
        assertThat(device.spec().credentials()).as("stay").containsOnlyKeys("password");
    }

    @Test
    void whatItsDriverDoesNotKnowIsNamed() {
        var keys = new DeviceKeys(Map.of("address", "where it is"), Map.of());

        assertThat(device.problems(new DeviceReport(true, "product", "Disk is full", Samples.ALL.with(keys))))
                .isEqualTo("Disk is full; The driver knows no setting 'port', but address");
    }

    @Test
    void anEvacuationThatWasAskedForEndsWhereTheDeviceIsEnabled() {
        device.evacuate("ann");
        assertThat(device.state()).isEqualTo(DeviceState.DRAINING);
        assertThat(device.evacuation().by()).contains("ann");

        device.change(description(Map.of(), null));
        assertThat(device.evacuation().active()).isFalse();
    }

    @Test
    void whatIsSentWhenADeviceMayBeTouchedAgainIsToldFromWhatWasSentBefore() {
        device.change(description(DeviceState.ENABLED));
        device.change(description(DeviceState.DISABLED));
        long closed = device.spec().revision();

        device.change(description(DeviceState.DRAINING));
        assertThat(device.spec().revision()).isGreaterThan(closed);
        long open = device.spec().revision();
        device.change(description(DeviceState.ENABLED));
        assertThat(device.spec().revision()).as("its sessions are kept").isEqualTo(open);
    }

    private static DeviceDescription description(DeviceState state) {
        return new DeviceDescription("d", "noop", Map.of(), 10, state, List.of(), null, List.of(), null);
    }

    private static DeviceDescription description(Map<String, String> settings, Integer evacuateAfter) {
        return new DeviceDescription(
                "d", "noop", settings, 10, DeviceState.ENABLED, List.of(), null, List.of(), evacuateAfter);
    }
}
