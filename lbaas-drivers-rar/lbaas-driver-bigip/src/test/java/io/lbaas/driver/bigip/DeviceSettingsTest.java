package io.lbaas.driver.bigip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lbaas.driver.spi.DeviceSpec;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceSettingsTest {
    private static final Map<String, String> CREDENTIALS = Map.of("username", "lbaas", "password", "s3cret-word");

    private static DeviceSettings read(Map<String, String> settings, Map<String, String> credentials) {
        Map<String, String> all = new HashMap<>(Map.of("url", "https://f5.example.com"));
        all.putAll(settings);
        return DeviceSettings.of(new DeviceSpec(UUID.randomUUID(), "bigip", all, credentials, 1));
    }

    @Test
    void defaults() {
        DeviceSettings settings = read(Map.of(), CREDENTIALS);

        assertThat(settings.snat()).isEqualTo("auto");
        assertThat(settings.syncGroup()).isEmpty();
        assertThat(settings.pollAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.login().provider()).isEqualTo("tmos");
    }

    @Test
    void allCanBeSet() {
        DeviceSettings settings = read(
                Map.of(
                        "snat", "none",
                        "sync-group", "/Common/pair",
                        "poll-ms", "250",
                        "login-provider", "ldap"),
                CREDENTIALS);

        assertThat(settings.snat()).isEqualTo("none");
        assertThat(settings.syncGroup()).isEqualTo("/Common/pair");
        assertThat(settings.pollAfter()).isEqualTo(Duration.ofMillis(250));
        assertThat(settings.login().provider()).isEqualTo("ldap");
    }

    @ParameterizedTest
    @CsvSource({"url, ftp://f5", "snat, pool", "sync-group, pair", "poll-ms, 0", "poll-ms, 60001", "poll-ms, soon"})
    void whatIsWrongIsNamed(String key, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of(key, value), CREDENTIALS))
                .withMessageStartingWith(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url",
                "ca-certificates",
                "certificate-sha256",
                "allow-plain-http",
                "login-provider",
                "snat",
                "sync-group",
                "poll-ms"
            })
    void keysAreDeclared(String key) {
        assertThat(DeviceSettings.KEYS.settings()).containsKey(key);
    }

    @Test
    void credentialsAreNeededAndNotShown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of(), Map.of("username", "lbaas")))
                .withMessageContaining("password");
        assertThat(read(Map.of(), CREDENTIALS).toString()).doesNotContain("s3cret-word");
    }
}
