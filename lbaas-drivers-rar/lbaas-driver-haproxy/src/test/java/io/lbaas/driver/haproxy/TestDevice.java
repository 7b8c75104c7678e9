package io.lbaas.driver.haproxy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.driver.contract.SshServer;
import io.lbaas.driver.contract.traffic.RealDevice;
import io.lbaas.driver.haproxy.config.LoadBalancerRenderer;
import io.lbaas.driver.haproxy.process.Master;
import io.lbaas.driver.haproxy.runtime.MasterSocket;
import io.lbaas.driver.host.Host;
import io.lbaas.driver.host.Hosts;
import io.lbaas.driver.host.local.LocalHost;
import io.lbaas.driver.host.store.ConfigFile;
import io.lbaas.driver.host.store.ConfigStore;
import io.lbaas.driver.host.store.Edit;
import io.lbaas.driver.spi.Change;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A real HAProxy. */
final class TestDevice extends RealDevice<HaproxyResourceAdapter> {
    private static final String PROGRAM = "exec /usr/sbin/haproxy \"$@\"";
    private static final String PING = "test ! -e \"${0%/*}/silent\"";

    private final Hosts hosts = new Hosts();
    private final Host host = hosts.open(spec());

    TestDevice() {
        this(PROGRAM);
    }

    /** With a shell command in the place of HAProxy. */
    TestDevice(String command) {
        this(command, Map.of(), Optional.empty());
    }

    /** With more settings. */
    TestDevice(Map<String, String> settings) {
        this(PROGRAM, settings, Optional.empty());
    }

    /** Behind SSH, with more settings. */
    TestDevice(SshServer server, Map<String, String> settings) {
        this(PROGRAM, settings, Optional.of(server));
    }

    private TestDevice(String command, Map<String, String> more, Optional<SshServer> server) {
        super("haproxy", Map.of("binary", command, "ping", PING), with(more), server);
        assertThat(Path.of("/usr/sbin/haproxy"))
                .as("These tests need HAProxy 2.6 or later, in Debian the package haproxy")
                .isExecutable();
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of("max-connections", "2000"));
        settings.putAll(more);
        return settings;
    }

    /** Behind SSH, with a shell command in the place of HAProxy. */
    TestDevice(String command, SshServer server) {
        this(command, Map.of(), Optional.of(server));
    }

    @Override
    protected HaproxyResourceAdapter newAdapter() {
        return new HaproxyResourceAdapter();
    }

    DeviceSettings settings() {
        return DeviceSettings.of(spec());
    }

    /** The host as the driver sees it, by a connection of the test's own. */
    Host host() throws IOException {
        host.begin(Instant.now().plusSeconds(60));
        return host;
    }

    /** Makes pings be answered or not. */
    void answersPings(boolean answers) throws IOException {
        Path silent = directory().resolve("silent");
        if (answers) {
            Files.deleteIfExists(silent);
        } else {
            Files.writeString(silent, "");
        }
    }

    /** Names the worker that serves. */
    String process() throws IOException {
        return ask("show info")
                .lines()
                .filter(line -> line.startsWith("Pid: "))
                .findFirst()
                .orElseThrow();
    }

    /** Sends a command to the worker. */
    String ask(String command) throws IOException {
        return host().exchange(
                        settings().workerSocket(), command + "\n", Instant.now().plusSeconds(5));
    }

    private ConfigStore store() throws IOException {
        return new ConfigStore(host(), directory(), settings().configDirectory(), DeviceSettings.CONFIG);
    }

    @Override
    public Optional<ProcessHandle> master() {
        try {
            return Master.of(new LocalHost(), settings()).find().flatMap(ProcessHandle::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Path configuration(UUID loadBalancerId) {
        return settings().configDirectory().resolve(loadBalancerId + DeviceSettings.CONFIG);
    }

    @Override
    public void install(Change change) throws IOException {
        ConfigStore store = store();
        store.prepare();
        store.install(List.of(edit(store, change)));
    }

    private static Edit edit(ConfigStore store, Change change) throws IOException {
        if (change instanceof Change.Apply apply) {
            ConfigFile file = ConfigFile.of(
                    apply.loadBalancerId(),
                    apply.generation(),
                    Map.of(
                            DeviceSettings.CONFIG,
                            LoadBalancerRenderer.render(apply.desired(), apply.materials())
                                    .text()));
            store.stage(file, List.of());
            return new Edit.Put(file);
        }
        return new Edit.Delete(change.loadBalancerId(), change.generation());
    }

    @Override
    public void reload() throws IOException {
        MasterSocket socket = new MasterSocket(host(), settings().masterSocket());
        await().ignoreExceptions().atMost(10, SECONDS).until(() -> {
            socket.reload(Instant.now().plusSeconds(1));
            return true;
        });
    }

    @Override
    public Closeable lock() throws IOException, InterruptedException {
        store().create();
        return store().lock(Instant.now().plusSeconds(5)).orElseThrow();
    }

    @Override
    protected void disconnect() {
        hosts.close();
    }
}
