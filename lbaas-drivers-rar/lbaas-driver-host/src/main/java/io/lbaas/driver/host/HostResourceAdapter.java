package io.lbaas.driver.host;

import io.lbaas.driver.jca.DriverResourceAdapter;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.LoadBalancerDriver;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.UnavailableException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The resource adapter of a driver whose devices are programs on hosts. Those on the agent's own host are shared by all
 * sessions, and kept running once a session was opened; elsewhere each session has a connection of its own, and the host
 * keeps the program running.
 *
 * @param <S> the settings of a device
 * @param <D> a device
 */
public abstract class HostResourceAdapter<S, D extends HostedDevice<S>> extends DriverResourceAdapter {
    private static final System.Logger LOG = System.getLogger(HostResourceAdapter.class.getName());
    private static final Duration SUPERVISION = Duration.ofSeconds(2);

    private final transient Hosts hosts = new Hosts();
    private final transient Map<Path, D> own = new ConcurrentHashMap<>();
    private transient Timer timer;

    /**
     * Reads the settings of a device.
     *
     * @throws IllegalArgumentException in words for the operator where a setting is missing or wrong
     */
    protected abstract S settings(DeviceSpec device);

    /** The directory that the program has for its own. */
    protected abstract Path directory(S settings);

    protected abstract D device(Host host, S settings);

    protected abstract LoadBalancerDriver session(D device);

    @Override
    public final LoadBalancerDriver open(DeviceSpec spec) {
        S settings = settings(spec);
        Host host = hosts.open(spec);
        return session(host.local() ? shared(host, settings) : device(host, settings));
    }

    /** A device of the own host, with newer settings where they changed. */
    private D shared(Host host, S settings) {
        return own.compute(
                directory(settings),
                (directory, known) ->
                        known != null && known.settings().equals(settings) ? known : device(host, settings));
    }

    @Override
    public final void start(BootstrapContext context) {
        try {
            timer = context.createTimer();
        } catch (UnavailableException e) {
            throw new IllegalStateException("The server has no timer", e);
        }
        timer.schedule(new Supervision(), SUPERVISION.toMillis(), SUPERVISION.toMillis());
    }

    @Override
    public final void stop() {
        timer.cancel();
        own.values().forEach(HostedDevice::stop);
        hosts.close();
    }

    private final class Supervision extends TimerTask {
        @Override
        public void run() {
            try {
                own.values().forEach(HostedDevice::supervise);
            } catch (RuntimeException e) {
                // The timer would end with it.
                LOG.log(Level.ERROR, "Supervision failed", e);
            }
        }
    }
}
