package io.lbaas.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lbaas.launcher.ExitCode;
import io.lbaas.launcher.StartupException;
import io.lbaas.launcher.config.Settings.LogFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
    @TempDir
    Path base;

    private final Properties system = new Properties();
    private final Map<String, String> environment = new HashMap<>();

    private Settings read() {
        return new SettingsReader(new Sources(system, environment)).read(base);
    }

    @Test
    void everythingHasADefault() {
        Settings settings = read();

        assertThat(settings.dataDir()).isEqualTo(base.resolve("var"));
        assertThat(settings.http()).isEqualTo(new Settings.Http("127.0.0.1", 9876));
        assertThat(settings.database())
                .isEqualTo(new Settings.Database(Optional.empty(), "lbaas", Optional.empty(), 0));
        assertThat(settings.broker()).isEqualTo(new Settings.Broker(Optional.empty(), "admin", Optional.empty(), 0));
        assertThat(settings.node()).isEmpty();
        assertThat(settings.devices()).containsExactly("haproxy", "noop");
        assertThat(settings.driversDir()).isEqualTo(base.resolve("var/drivers"));
        assertThat(settings.ear()).hasFileName("lbaas.ear");
        assertThat(settings.credentialsFile()).isEqualTo(base.resolve("var/admin-credentials"));
        assertThat(settings.logFormat()).isEqualTo(LogFormat.TEXT);
    }

    @Test
    void everyKeyIsRead() {
        Map.ofEntries(
                        Map.entry("lbaas.data-dir", base.resolve("data").toString()),
                        Map.entry("lbaas.http.host", "::1"),
                        Map.entry("lbaas.http.port", "0"),
                        Map.entry("lbaas.db.url", "jdbc:postgresql://db:5432/lb"),
                        Map.entry("lbaas.db.user", "u"),
                        Map.entry("lbaas.db.password", "p"),
                        Map.entry("lbaas.db.port", "15432"),
                        Map.entry("lbaas.broker.address", "mq://one:7676,mq://two:7676"),
                        Map.entry("lbaas.broker.user", "b"),
                        Map.entry("lbaas.broker.password", "q"),
                        Map.entry("lbaas.broker.port", "7676"),
                        Map.entry("lbaas.node", "node-1"),
                        Map.entry("lbaas.devices", "noop , edge-1"),
                        Map.entry("lbaas.drivers-dir", "/drivers"),
                        Map.entry("lbaas.ear", "/ear"),
                        Map.entry("lbaas.admin.credentials-file", "/credentials"),
                        Map.entry("lbaas.tls.key-file", "/keys"),
                        Map.entry("lbaas.log.format", "json"))
                .forEach(system::setProperty);

        assertThat(read())
                .isEqualTo(new Settings(
                        base.resolve("data"),
                        new Settings.Http("::1", 0),
                        new Settings.Database(
                                Optional.of("jdbc:postgresql://db:5432/lb"), "u", Optional.of(new Secret("p")), 15432),
                        new Settings.Broker(
                                Optional.of("mq://one:7676,mq://two:7676"), "b", Optional.of(new Secret("q")), 7676),
                        Optional.of("node-1"),
                        List.of("noop", "edge-1"),
                        Path.of("/drivers"),
                        Path.of("/ear"),
                        Path.of("/credentials"),
                        Optional.of(Path.of("/keys")),
                        LogFormat.JSON));
    }

    @Test
    void theFileOfTheDataDirectoryIsRead() throws IOException {
        Files.createDirectory(base.resolve("var"));
        Files.writeString(base.resolve("var/lbaas.properties"), "lbaas.http.port=1234");

        assertThat(read().http().port()).isEqualTo(1234);
    }

    @Test
    void aNamedFileMustExist() {
        system.setProperty("lbaas.config", base.resolve("none").toString());

        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(this::read)
                .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.SETTINGS))
                .withMessageContaining("none");
    }

    @ParameterizedTest
    @CsvSource({
        "lbaas.http.port, 65536",
        "lbaas.http.port, -1",
        "lbaas.http.port, http",
        "lbaas.db.url, jdbc:mysql://db/lb",
        "lbaas.broker.address, tcp://mq:7676",
        "lbaas.node, a b",
        "lbaas.devices, 'noop,!'",
        "lbaas.log.format, xml"
    })
    void aWrongValueIsNamed(String key, String value) {
        system.setProperty(key, value);

        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(this::read)
                .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.SETTINGS))
                .withMessageStartingWith(key + ": ");
    }

    @Test
    void passwordsAreNotPrinted() {
        environment.put("LBAAS_DB_PASSWORD", "wonderland");

        assertThat(read().toString()).doesNotContain("wonderland");
    }
}
