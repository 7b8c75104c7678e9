package io.lbaas.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lbaas.launcher.ExitCode;
import io.lbaas.launcher.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path temporary;

    @Test
    void isMadeWhenMissing() {
        DataDirectory.open(temporary.resolve("a/b"));

        assertThat(temporary.resolve("a/b")).isEmptyDirectory();
    }

    @Test
    void mustBeADirectory() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> DataDirectory.open(file))
                .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DATA_DIRECTORY));
    }

    @Test
    void keepsItsSecrets() {
        Secret first = DataDirectory.open(temporary).secret("broker");

        assertThat(first.value()).hasSize(48);
        assertThat(DataDirectory.open(temporary).secret("broker")).isEqualTo(first);
        assertThat(DataDirectory.open(temporary).secret("database")).isNotEqualTo(first);
    }

    @Test
    void showsItsSecretsToNobody() throws IOException {
        DataDirectory.open(temporary).secret("broker");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary.resolve("secrets/broker"))))
                .isEqualTo("rw-------");
    }

    @Test
    void keepsTheNameOfTheNode() {
        String name = DataDirectory.open(temporary).nodeName();

        assertThat(name).matches("lbaas-[0-9a-f]{8}");
        assertThat(DataDirectory.open(temporary).nodeName()).isEqualTo(name);
    }
}
