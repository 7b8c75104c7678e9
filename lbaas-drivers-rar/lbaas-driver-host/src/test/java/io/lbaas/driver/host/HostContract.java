package io.lbaas.driver.host;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lbaas.driver.host.Host.Ended;
import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every host does, wherever it is; the tests see its files and processes directly. */
interface HostContract {

    Host host();

    private static Instant soon() {
        return Instant.now().plusSeconds(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "'", "\"", "$(id)", "`id`", "; id", "\\", "*", "a\nb", "é", "-n"})
    default void arguments_reach_the_program_as_they_are(String argument) throws IOException, InterruptedException {
        assertThat(host().run(List.of("/usr/bin/printf", "%s", argument), soon()))
                .isEqualTo(new Ended(0, argument));
    }

    @Test
    default void program_tells_how_it_ended_and_all_that_it_printed() throws IOException, InterruptedException {
        assertThat(host().run(List.of("/bin/sh", "-c", "echo one; echo two >&2; exit 3"), soon()))
                .isEqualTo(new Ended(3, "one\ntwo\n"));
    }

    @Test
    default void program_that_is_not_there_is_told() {
        assertThatThrownBy(() -> host().run(List.of("/usr/bin/none"), soon()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/usr/bin/none");
    }

    @Test
    default void program_that_does_not_end_is_given_up_at_the_deadline() {
        assertThatThrownBy(() ->
                        host().run(List.of("/bin/sleep", "100"), Instant.now().plusMillis(200)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("in time");
    }

    @Test
    default void started_program_goes_on_and_ends_when_it_is_told(@TempDir Path directory)
            throws IOException, InterruptedException {
        Path log = directory.resolve("a log");
        long pid = host().start(List.of("/bin/sh", "-c", "echo begun; exec sleep \"$0\"", "1001"), log);
        await().atMost(10, SECONDS).until(() -> host().arguments(pid).orElse("").endsWith("1001\0"));
        assertThat(log).hasContent("begun");
        assertThat(ProcessHandle.of(pid).orElseThrow().isAlive()).isTrue();
        host().signal(pid, Host.Signal.TERM);
        await().atMost(10, SECONDS).until(() -> host().arguments(pid).isEmpty());
        host().signal(pid, Host.Signal.TERM);
    }

    @Test
    default void program_that_has_ended_is_gone_although_its_parent_does_not_ask_how(@TempDir Path directory)
            throws IOException, InterruptedException {
        Path log = directory.resolve("log");
        long parent = host().start(List.of("/bin/sh", "-c", "true & echo $!; exec sleep 1003"), log);
        await().atMost(10, SECONDS)
                .until(() -> host().arguments(parent).orElse("").endsWith("1003\0"));
        long child = Long.parseLong(Files.readString(log).strip());
        assertThat(ProcessHandle.of(child)).isPresent();
        await().atMost(10, SECONDS).until(() -> host().arguments(child).isEmpty());
        assertThat(ProcessHandle.of(child)).isPresent();
        host().signal(parent, Host.Signal.TERM);
    }

    @Test
    default void file_is_replaced_at_once_and_for_its_owner_only(@TempDir Path directory) throws IOException {
        HostFiles files = host().files();
        Path file = directory.resolve("a 'file'");
        files.put(file, "one");
        files.put(file, "zwölf\n".repeat(50_000));
        assertThat(files.read(file)).contains("zwölf\n".repeat(50_000));
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        files.sync(directory);
        assertThat(files.list(directory)).containsExactly(file);
        files.write(file, "x");
        assertThat(file).hasContent("x");
    }

    @Test
    default void directories_are_made_where_they_are_not(@TempDir Path directory) throws IOException {
        HostFiles files = host().files();
        Path deep = directory.resolve("a/b");
        files.createDirectory(deep);
        files.createDirectory(deep);
        assertThat(Files.getPosixFilePermissions(deep)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(files.list(deep)).isEmpty();
    }

    @Test
    default void file_that_cannot_be_used_is_named(@TempDir Path directory) {
        HostFiles files = host().files();
        Path nowhere = directory.resolve("none/file");
        assertThatThrownBy(() -> files.write(nowhere, "1"))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining(nowhere.toString());
        Path below = Path.of("/dev/null/file");
        assertThatThrownBy(() -> files.createDirectory(below))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("/dev/null");
    }

    @Test
    default void files_are_moved_linked_measured_and_deleted(@TempDir Path directory) throws IOException {
        HostFiles files = host().files();
        Path one = directory.resolve("one");
        Path two = directory.resolve("two");
        assertThat(files.read(one)).isEmpty();
        assertThat(files.read(one, 0)).isEmpty();
        assertThat(files.size(one)).isEmpty();
        files.write(one, "12345");
        files.write(two, "old");
        files.move(one, two);
        assertThat(files.read(two)).contains("12345");
        assertThat(files.size(two)).contains(5L);
        assertThat(files.read(two, 3)).isEqualTo("45");
        assertThat(files.read(two, 9)).isEmpty();
        files.link(two, one);
        assertThat(Files.isSameFile(one, two)).isTrue();
        assertThatThrownBy(() -> files.link(two, one)).isInstanceOf(IOException.class);
        // Renaming a link to the very file changes nothing.
        files.move(one, two);
        assertThat(files.list(directory)).containsExactlyInAnyOrder(one, two);
        files.delete(one);
        files.delete(one);
        assertThat(files.list(directory)).containsExactly(two);
    }

    @Test
    default void lock_keeps_others_out_until_it_is_closed(@TempDir Path directory)
            throws IOException, InterruptedException {
        Path file = directory.resolve("the lock");
        try (Closeable held = host().lock(file, soon()).orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(host().lock(file, Instant.now().plusMillis(300))).isEmpty();
        }
        host().lock(file, soon()).orElseThrow().close();
    }

    @Test
    default void lock_that_cannot_be_had_at_all_is_not_told_as_taken(@TempDir Path directory) {
        Path nowhere = directory.resolve("none/lock");
        assertThatThrownBy(() -> host().lock(nowhere, soon()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(nowhere.toString());
    }

    @Test
    default void socket_is_asked(@TempDir Path directory) throws IOException {
        Path socket = directory.resolve("s");
        try (Echo echo = Echo.at(socket)) {
            assertThat(host().exchange(socket, "one\n", soon())).isEqualTo("one\n");
            String much = "0123456789".repeat(50_000);
            assertThat(host().exchange(socket, much, soon())).isEqualTo(much);
            assertThat(echo).isNotNull();
        }
    }

    @Test
    default void socket_on_which_nobody_listens_is_told_apart(@TempDir Path directory) throws IOException {
        Path socket = directory.resolve("s");
        Echo.silentAt(socket).close();
        assertThatThrownBy(() -> host().exchange(socket, "one\n", soon())).isInstanceOf(ConnectException.class);
    }

    @Test
    default void socket_that_does_not_answer_is_given_up_at_the_deadline(@TempDir Path directory) throws IOException {
        Path socket = directory.resolve("s");
        try (Echo silent = Echo.silentAt(socket)) {
            assertThat(silent).isNotNull();
            assertThatThrownBy(
                            () -> host().exchange(socket, "one\n", Instant.now().plusMillis(200)))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }
}
