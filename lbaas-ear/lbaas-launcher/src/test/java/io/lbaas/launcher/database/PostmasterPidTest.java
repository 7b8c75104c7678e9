package io.lbaas.launcher.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterPidTest {
    @TempDir
    Path cluster;

    @Test
    void noFileNoServer() throws IOException {
        assertThat(PostmasterPid.in(cluster).server()).isEmpty();
    }

    @Test
    void anotherProcessOfThatNumberIsNoServer() throws IOException {
        Files.writeString(
                cluster.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n/cluster\n");

        assertThat(PostmasterPid.in(cluster).server()).isEmpty();
    }

    @Test
    void aTornFileNamesNoServer() throws IOException {
        Files.writeString(cluster.resolve("postmaster.pid"), "");

        assertThat(PostmasterPid.in(cluster).server()).isEmpty();
    }
}
