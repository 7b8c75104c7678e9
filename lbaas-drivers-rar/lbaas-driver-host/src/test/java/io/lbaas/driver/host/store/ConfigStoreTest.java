package io.lbaas.driver.host.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.host.Host;
import io.lbaas.driver.host.HostFiles;
import io.lbaas.driver.host.local.LocalHost;
import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change of files happens as a whole, or not at all. */
class ConfigStoreTest {
    private static final String MAIN = ".cfg";
    private static final String MORE = ".more.cfg";

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
        ConfigStore opened = new ConfigStore(new LocalHost(), directory, directory.resolve("conf.d"), MAIN, MORE);
        opened.create();
        opened.prepare();
        return opened;
    }

    private ConfigFile file(long generation, String body) {
        return ConfigFile.of(one, generation, Map.of(MAIN, body));
    }

    private List<Edit> staged(long generation, String body) throws IOException {
        Edit.Put put = new Edit.Put(file(generation, body));
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
        assertThat(fresh().read(one)).contains(file(1, "a\n"));
        assertThat(fresh().index().get(two)).isEqualTo(new Index.Entry(0, "", 1));
        assertThat(fresh().revision()).isEqualTo(store.revision());
        assertThat(fresh().running()).contains(new Running("revision", store.revision(), Map.of()));
    }

    @Test
    void change_that_was_not_committed_is_never_seen_and_is_undone() throws IOException {
        commit(1, "a\n");
        store.install(staged(2, "b\n"));
        assertThat(store.read(one)).contains(file(1, "a\n"));
        ConfigStore restarted = fresh();
        assertThat(restarted.read(one)).contains(file(1, "a\n"));
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
        assertThat(fresh().read(one)).contains(file(1, "a\n"));
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
    void a_load_balancer_can_have_more_than_one_file() throws IOException {
        ConfigFile both = ConfigFile.of(one, 1, Map.of(MAIN, "a\n", MORE, "b\n"));
        store.stage(both, List.of());
        store.install(List.of(new Edit.Put(both)));
        store.commit(List.of(new Edit.Put(both)), "revision");
        assertThat(fresh().read(one)).contains(both);

        store.install(staged(2, "c\n"));
        assertThat(directory.resolve("conf.d").resolve(one + MORE)).doesNotExist();
        assertThat(store.read(one)).contains(both);
        assertThat(fresh().read(one)).contains(both);

        Files.delete(directory.resolve("conf.d").resolve(one + MORE));
        assertThat(store.read(one).map(ConfigFile::intact)).contains(false);
    }

    @Test
    void files_of_others_are_not_ours() throws IOException {
        Files.writeString(directory.resolve("conf.d").resolve("local.cfg"), "# by hand\n");
        Files.writeString(directory.resolve("tombstones").resolve(".notes.swp"), "");
        assertThat(fresh().index().entries()).isEmpty();
    }

    @Test
    void record_of_what_runs_that_a_crash_cut_short_is_read_as_far_as_it_goes() throws IOException {
        commit(1, "a\n");
        Files.writeString(directory.resolve("running"), "revision " + store.revision() + "\nold new\nolder");
        assertThat(fresh().running()).contains(new Running("revision", store.revision(), Map.of("old", "new")));
    }

    /** A power failure takes what was not synchronised, in any order. */
    @Test
    void what_undoes_a_change_is_durable_before_it_and_gone_for_good_after_it() throws IOException {
        List<String> calls = new ArrayList<>();
        store = new ConfigStore(recording(new LocalHost(), calls), directory, directory.resolve("conf.d"), MAIN, MORE);
        store.create();
        store.prepare();
        commit(1, "a\n");
        calls.clear();
        commit(2, "b\n");
        String link = "undo/" + one + MAIN;
        assertThat(calls)
                .containsSubsequence("link " + link, "sync undo", "move conf.d/" + one + MAIN, "sync conf.d")
                .containsSubsequence("sync conf.d", "delete " + link, "sync undo");
    }

    /** Notes the calls that change files, by the last of their arguments. */
    private Host recording(Host host, List<String> calls) {
        HostFiles files = proxy(HostFiles.class, (proxy, method, arguments) -> {
            if (List.of("link", "move", "delete", "sync").contains(method.getName())) {
                calls.add(method.getName() + " " + directory.relativize((Path) arguments[arguments.length - 1]));
            }
            return method.invoke(host.files(), arguments);
        });
        return proxy(
                Host.class,
                (proxy, method, arguments) ->
                        method.getName().equals("files") ? files : method.invoke(host, arguments));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
