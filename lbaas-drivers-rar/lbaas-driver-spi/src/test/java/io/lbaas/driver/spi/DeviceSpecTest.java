package io.lbaas.driver.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeviceSpecTest {

    @Test
    void textHoldsNeitherSettingsNorCredentials() {
        DeviceSpec device = new DeviceSpec(
                UUID.randomUUID(), "fake", Map.of("password", "correct horse"), Map.of("key", "battery staple"), 7);
        assertThat(device.toString())
                .contains("fake")
                .doesNotContain("password")
                .doesNotContain("battery staple")
                .doesNotContain("correct horse");
    }
}
