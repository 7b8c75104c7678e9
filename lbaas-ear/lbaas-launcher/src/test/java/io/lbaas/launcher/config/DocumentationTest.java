package io.lbaas.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentationTest {
    private static final Path TABLE = Path.of("../../docs/configuration.md");

    @ParameterizedTest
    @EnumSource(Setting.class)
    void everySettingIsInTheTableWithItsDefault(Setting setting) throws IOException {
        String defaultValue = setting.defaultValue().isEmpty() ? "" : "`" + setting.defaultValue() + "`";

        assertThat(Files.readString(TABLE)).contains("| `%s` | %s |".formatted(setting.key(), defaultValue));
    }
}
