package io.lbaas.driver.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.SshServer;
import io.lbaas.driver.contract.traffic.RealDevice;
import io.lbaas.driver.host.Host;
import io.lbaas.driver.host.Hosts;
import io.lbaas.driver.host.local.LocalHost;
import io.lbaas.driver.host.store.ConfigFile;
import io.lbaas.driver.host.store.ConfigStore;
import io.lbaas.driver.host.store.Edit;
import io.lbaas.driver.nginx.config.LoadBalancerRenderer;
import io.lbaas.driver.nginx.process.Master;
import io.lbaas.driver.spi.Change;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A real nginx. */
final class TestDevice extends RealDevice<NginxResourceAdapter> {
    private static final String PROGRAM = "exec /usr/sbin/nginx \"$@\"";

    private final Hosts hosts = new Hosts();
    private final Host host = hosts.open(spec());

    TestDevice() {
        this(PROGRAM);
    }

    /** With a shell command in the place of nginx. */
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
        super("nginx", Map.of("binary", command), with(more), server);
        assertThat(Path.of("/usr/sbin/nginx"))
                .as("These tests need nginx 1.22 or later, in Debian the packages nginx and libnginx-mod-stream")
                .isExecutable();
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of("workers", "2"));
        settings.putAll(more);
        return settings;
    }

    @Override
    protected NginxResourceAdapter newAdapter() {
        return new NginxResourceAdapter();
    }

    private DeviceSettings settings() {
        return DeviceSettings.of(spec());
    }

    /** The host as the driver sees it, by a connection of the test's own. */
    private Host host() throws IOException {
        host.begin(Instant.now().plusSeconds(60));
        return host;
    }

    private ConfigStore store() throws IOException {
        return new ConfigStore(host(), directory(), settings().configDirectory(), DeviceSettings.suffixes());
    }

    @Override
    public Optional<ProcessHandle> master() {
        try {
            return new Master(new LocalHost(), settings()).process().find().flatMap(ProcessHandle::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Path configuration(UUID loadBalancerId) {
        return settings().configDirectory().resolve(loadBalancerId + ".http.conf");
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
                    LoadBalancerRenderer.render(apply.desired(), apply.materials())
                            .texts());
            store.stage(file, List.of());
            return new Edit.Put(file);
        }
        return new Edit.Delete(change.loadBalancerId(), change.generation());
    }

    @Override
    public void reload() throws IOException {
        try {
            new Master(host(), settings()).reload();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
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
