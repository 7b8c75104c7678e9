package io.lbaas.driver.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.driver.spi.DeviceSpec;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceSettingsTest {

    private static DeviceSettings settings(Map<String, String> settings) {
        return DeviceSettings.of(new DeviceSpec(UUID.randomUUID(), "haproxy", settings, 1));
    }

    @Test
    void all_but_the_directory_has_a_default() {
        DeviceSettings settings = settings(Map.of("directory", "/var/lib/lbaas/haproxy"));
        assertThat(settings.binary()).isEqualTo("/usr/sbin/haproxy");
        assertThat(settings.maxConnections()).isEmpty();
        assertThat(settings.stopWithAgent()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "relative/path", "/\0"})
    void directory_must_be_an_absolute_path(String directory) {
        assertThatThrownBy(() -> settings(Map.of("directory", directory)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("directory");
    }

    @Test
    void directory_too_long_for_a_socket_is_refused_in_words() {
        assertThatThrownBy(() -> settings(Map.of("directory", "/" + "a".repeat(80))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 80 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many"})
    void connections_must_be_a_positive_number(String text) {
        assertThatThrownBy(() -> settings(Map.of("directory", "/a", "max-connections", text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("max-connections");
    }
}
