package io.lbaas.driver.haproxy.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.host.local.LocalHost;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change of files happens as a whole, or not at all. */
class ConfigStoreTest {
    @TempDir
    Path directory;

    private final UUID one = UUID.randomUUID();
    private final UUID two = UUID.randomUUID();
    private ConfigStore store;

    @BeforeEach
    void open() throws IOException {
        store = fresh();
    }

    private ConfigStore fresh() throws IOException {
        ConfigStore opened = new ConfigStore(new LocalHost(), directory, directory.resolve("conf.d"));
        opened.create();
        opened.prepare();
        return opened;
    }

    private List<Edit> staged(long generation, String body) throws IOException {
        Edit.Put put = new Edit.Put(ConfigFile.of(one, generation, body));
        store.stage(put.file(), List.of());
        return List.of(put, new Edit.Delete(two, generation));
    }

    private void commit(long generation, String body) throws IOException {
        List<Edit> edits = staged(generation, body);
        store.install(edits);
        store.commit(edits, "revision");
    }

    @Test
    void committed_change_is_there_after_a_restart() throws IOException {
        commit(1, "a\n");
        assertThat(fresh().read(one)).contains(ConfigFile.of(one, 1, "a\n"));
        assertThat(fresh().index().get(two)).isEqualTo(new Index.Entry(0, "", 1));
        assertThat(fresh().revision()).isEqualTo(store.revision());
        assertThat(fresh().running()).contains(new Running("revision", store.revision()));
    }

    @Test
    void change_that_was_not_committed_is_never_seen_and_is_undone() throws IOException {
        commit(1, "a\n");
        store.install(staged(2, "b\n"));
        assertThat(store.read(one)).contains(ConfigFile.of(one, 1, "a\n"));
        ConfigStore restarted = fresh();
        assertThat(restarted.read(one)).contains(ConfigFile.of(one, 1, "a\n"));
        assertThat(restarted.running()).isEmpty();
        assertThat(Files.readString(directory.resolve("conf.d").resolve(one + ".cfg")))
                .endsWith("\na\n");
    }

    @Test
    void undoing_is_repeated_where_it_was_cut_short() throws IOException {
        commit(1, "a\n");
        store.install(staged(2, "b\n"));
        // As after a crash between putting the file back and forgetting that it had to be.
        Path file = directory.resolve("conf.d").resolve(one + ".cfg");
        Files.delete(file);
        Files.createLink(file, directory.resolve("undo").resolve(one + ".cfg"));
        assertThat(fresh().read(one)).contains(ConfigFile.of(one, 1, "a\n"));
        assertThat(directory.resolve("undo")).isEmptyDirectory();
    }

    @Test
    void another_process_sees_what_was_committed() throws IOException {
        ConfigStore other = fresh();
        commit(1, "a\n");
        other.prepare();
        assertThat(other.index().get(one).generation()).isEqualTo(1);
    }

    @Test
    void lock_keeps_others_out_until_it_is_free() throws IOException, InterruptedException {
        ConfigStore other = fresh();
        Instant now = Instant.now();
        try (Closeable held = store.lock(now.plusSeconds(5)).orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(other.lock(now)).isEmpty();
        }
        try (Closeable held = other.lock(now.plusSeconds(5)).orElseThrow()) {
            assertThat(held).isNotNull();
        }
    }

    @Test
    void files_of_others_are_not_ours() throws IOException {
        Files.writeString(directory.resolve("conf.d").resolve("local.cfg"), "# by hand\n");
        assertThat(fresh().index().entries()).isEmpty();
    }
}
