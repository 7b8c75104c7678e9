package io.lbaas.driver.host;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lbaas.driver.host.local.LocalHost;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalHostTest implements HostContract {
    @Override
    public Host host() {
        return new LocalHost();
    }

    @Test
    void program_ends_with_the_work_that_is_interrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() ->
                        host().run(List.of("/bin/sleep", "1005"), Instant.now().plusSeconds(10)))
                .isInstanceOf(InterruptedException.class);
        await().atMost(10, SECONDS).until(() -> running("1005") == 0);
    }

    private static long running(String argument) {
        return ProcessHandle.current()
                .children()
                .filter(child -> Arrays.asList(child.info().arguments().orElse(new String[0]))
                        .contains(argument))
                .count();
    }

    @Test
    void lock_that_others_have_is_not_waited_for_by_who_is_interrupted(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("lock");
        try (FileChannel other = FileChannel.open(file, CREATE, WRITE);
                FileLock held = other.lock()) {
            assertThat(held.isValid()).isTrue();
            CompletableFuture.delayedExecutor(100, MILLISECONDS).execute(Thread.currentThread()::interrupt);
            assertThatThrownBy(() -> host().lock(file, Instant.now().plusSeconds(30)))
                    .isInstanceOf(InterruptedException.class);
        }
    }
}
