package io.lbaas.driver.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.driver.spi.DeviceSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SshSettingsTest {
    private static final String SECRET =
            "-----BEGIN OPENSSH PRIVATE KEY-----\nc2VjcmV0\n-----END OPENSSH PRIVATE KEY-----";
    private static final Map<String, String> GOOD = Map.of(
            "transport", "ssh",
            "host", "lb1.example",
            "user", "lbaas",
            "host-key", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH3PqoPrQM0k9Ib2TR1sO08AJk6JQAemGlsjEsMeJ4hh lb1");

    private static void open(Map<String, String> settings, Map<String, String> credentials) {
        try (Hosts hosts = new Hosts()) {
            hosts.open(new DeviceSpec(UUID.randomUUID(), "haproxy", settings, credentials, 1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "transport, telnet",
        "host, ''",
        "user, ' '",
        "port, 0",
        "port, 65536",
        "port, ssh",
        "host-key, ''",
        "host-key, SHA256:abc",
        "host-key, ssh-ed25519 x",
        "host-key, 'ssh-dss'"
    })
    void wrong_setting_is_named(String key, String value) {
        Map<String, String> settings = new HashMap<>(GOOD);
        settings.put(key, value);
        assertThatThrownBy(() -> open(settings, Map.of("private-key", SECRET)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("setting " + key);
    }

    @Test
    void wrong_private_key_is_named_and_not_quoted() {
        assertThatThrownBy(() -> open(GOOD, Map.of("private-key", SECRET)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("private-key")
                .hasMessageNotContaining("c2VjcmV0")
                .hasNoCause();
        assertThatThrownBy(() -> open(GOOD, Map.of())).hasMessageContaining("credential private-key is needed");
    }

    @Test
    void own_host_is_the_default() {
        try (Hosts hosts = new Hosts()) {
            assertThat(hosts.open(new DeviceSpec(UUID.randomUUID(), "haproxy", Map.of(), 1)))
                    .isNotNull();
        }
    }
}
