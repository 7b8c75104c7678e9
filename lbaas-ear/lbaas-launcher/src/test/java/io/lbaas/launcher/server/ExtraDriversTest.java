package io.lbaas.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtraDriversTest {
    @TempDir
    Path directory;

    @Test
    void areNamedAfterTheirArchives() throws IOException {
        Files.createFile(directory.resolve("edge.rar"));
        Files.createFile(directory.resolve("acme.rar"));
        Files.createFile(directory.resolve("notes.txt"));

        assertThat(ExtraDrivers.in(directory).names()).containsExactly("acme", "edge");
    }

    @Test
    void noDirectoryNoDrivers() {
        assertThat(ExtraDrivers.in(directory.resolve("none")).names()).isEmpty();
    }
}
