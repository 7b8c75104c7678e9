package io.lbaas.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {
    private static final String KEY = "lbaas.data-dir";

    @TempDir
    Path directory;

    private final Properties system = new Properties();
    private final Map<String, String> environment = new HashMap<>();
    private final Sources sources = new Sources(system, environment);

    @BeforeEach
    void fileHasTheKey() throws IOException {
        sources.readFile(Files.writeString(directory.resolve("settings"), KEY + " = file \nlbaas.other=x\n"));
    }

    @Test
    void theFileComesLast() {
        assertThat(sources.get(KEY)).contains("file");
    }

    @Test
    void theEnvironmentComesBeforeTheFile() {
        environment.put("LBAAS_DATA_DIR", "environment");

        assertThat(sources.get(KEY)).contains("environment");
    }

    @Test
    void systemPropertiesComeFirst() {
        environment.put("LBAAS_DATA_DIR", "environment");
        system.setProperty(KEY, "system");

        assertThat(sources.get(KEY)).contains("system");
    }

    @Test
    void anEmptyValueCountsAsNone() {
        environment.put("LBAAS_DATA_DIR", "");
        system.setProperty(KEY, " ");

        assertThat(sources.get(KEY)).contains("file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lbaas.data-dir", "lbaas_data_dir", "LBAAS_DATA_DIR"})
    void variablesAreNamedAsInMicroProfile(String name) {
        environment.put(name, "environment");

        assertThat(sources.get(KEY)).contains("environment");
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void everySettingHasItsVariable(Setting setting) {
        environment.put(setting.variable(), "environment");

        assertThat(sources.get(setting.key())).contains("environment");
    }

    @Test
    void theFileIsPublishedExceptForWhatTheEnvironmentOverrides() {
        environment.put("LBAAS_DATA_DIR", "environment");

        sources.publishFile();

        assertThat(system).containsOnly(Map.entry("lbaas.other", "x"));
    }
}
