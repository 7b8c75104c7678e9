package io.lbaas.driver.nginx.device;

import io.lbaas.driver.host.Host;
import io.lbaas.driver.host.HostException;
import io.lbaas.driver.host.HostedDevice;
import io.lbaas.driver.host.store.ConfigStore;
import io.lbaas.driver.host.store.KnownObjects;
import io.lbaas.driver.host.vip.DeviceVips;
import io.lbaas.driver.host.vip.VipPlumbing;
import io.lbaas.driver.nginx.DeviceSettings;
import io.lbaas.driver.nginx.config.ConfigObjects;
import io.lbaas.driver.nginx.process.ConfigCheck;
import io.lbaas.driver.nginx.traffic.TrafficCounter;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StateAfter;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One nginx that the driver runs. Its lock keeps apart what sessions change, of this process and of others. */
public final class Device implements HostedDevice<DeviceSettings> {
    private static final System.Logger LOG = System.getLogger(Device.class.getName());
    private static final Duration SUPERVISION = Duration.ofSeconds(10);

    private final Host host;
    private final DeviceSettings settings;
    private final ConfigStore store;
    private final Runner runner;
    private final ConfigCheck nginx;
    private final Acceptance acceptance;
    private final TrafficCounter traffic;
    private final DeviceVips<ConfigObjects> vips;
    private final KnownObjects<ConfigObjects> objects;

    public Device(Host host, DeviceSettings settings) {
        this.host = host;
        this.settings = settings;
        store = new ConfigStore(host, settings.directory(), settings.configDirectory(), DeviceSettings.suffixes());
        runner = new Runner(host, settings);
        nginx = new ConfigCheck(host, settings, store.staging());
        acceptance = new Acceptance(store, nginx);
        traffic = new TrafficCounter(host, settings);
        objects = new KnownObjects<>(store, ConfigObjects::of);
        vips = new DeviceVips<>(new VipPlumbing(host, settings.vips()), objects, ConfigObjects::addresses);
    }

    /** Makes the changes; one outcome for each, in their order. */
    public List<Outcome> apply(List<Change> changes) {
        Instant deadline =
                changes.stream().map(Change::deadline).min(Instant::compareTo).orElseThrow();
        Outcome failure;
        try (Closeable held = take(deadline)) {
            run(deadline);
            return new Batch(store, runner, acceptance, vips, deadline).apply(changes);
        } catch (DeviceException e) {
            failure = e.outcome();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "nginx in {0} could not be changed: {1}", settings.directory(), e);
            failure = Outcome.Failed.of(HostException.kindOf(e), HostException.wordsOf(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = Outcome.Failed.of(FailureKind.TRANSIENT, "The agent is stopping");
        }
        return Collections.nCopies(changes.size(), failure);
    }

    /** Lets tombstones go; where they cannot be written now, that is asked for again. */
    public void forget(Collection<UUID> loadBalancerIds) {
        try (Closeable held = take(Instant.now().plus(SUPERVISION))) {
            store.prepare();
            store.forget(loadBalancerIds);
        } catch (DeviceException | IOException e) {
            LOG.log(Level.DEBUG, "Tombstones stay", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts nginx where it is not running; a device that somebody else works on is left to them. */
    @Override
    public void supervise() {
        Instant deadline = Instant.now().plus(SUPERVISION);
        try {
            host.begin(deadline);
            if (!runner.running()) {
                start(deadline);
            }
        } catch (DeviceException | IOException e) {
            LOG.log(Level.WARNING, "nginx in {0} is not running: {1}", settings.directory(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts nginx where it is not running, and waits for it. */
    void start(Instant deadline) throws IOException, InterruptedException, DeviceException {
        try (Closeable held = take(deadline)) {
            run(deadline);
        }
    }

    /** Ends nginx where the settings say so. */
    @Override
    public void stop() {
        if (settings.stopWithAgent()) {
            try {
                runner.stop();
            } catch (IOException e) {
                LOG.log(Level.WARNING, "nginx in " + settings.directory() + " could not be stopped", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Ends the connection to it. */
    public void close() {
        host.close();
    }

    @Override
    public DeviceSettings settings() {
        return settings;
    }

    /** Begins to read it. */
    ConfigStore read(Instant deadline) throws IOException {
        host.begin(deadline);
        return store;
    }

    Runner runner() {
        return runner;
    }

    ConfigCheck nginx() {
        return nginx;
    }

    KnownObjects<ConfigObjects> objects() {
        return objects;
    }

    DeviceVips<ConfigObjects> vips() {
        return vips;
    }

    TrafficCounter traffic() {
        return traffic;
    }

    private Closeable take(Instant deadline) throws IOException, InterruptedException, DeviceException {
        host.begin(deadline);
        store.create();
        Optional<Closeable> held = store.lock(deadline);
        return held.orElseThrow(() ->
                new DeviceException(FailureKind.BUSY, "Another change of the device goes on", StateAfter.UNCHANGED));
    }

    private void run(Instant deadline) throws IOException, InterruptedException, DeviceException {
        store.prepare();
        if (!runner.running()) {
            LOG.log(Level.INFO, "Starting nginx in {0}", settings.directory());
            // A host that was started again has lost them, and nginx does not start without.
            vips.restore(deadline)
                    .forEach((address, words) -> LOG.log(Level.WARNING, "No VIP {0}: {1}", address, words));
            runner.start(store.revision(), deadline);
            store.commit(List.of(), store.revision());
        }
    }
}
