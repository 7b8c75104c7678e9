package io.lbaas.driver.nginx;

import io.lbaas.driver.jca.DriverResourceAdapter;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.LoadBalancerDriver;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import jakarta.resource.spi.UnavailableException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/** The driver within a server: it keeps nginx running for as long as the server runs. */
@Connector(
        displayName = "nginx",
        eisType = "nginx",
        version = "1.0",
        transactionSupport = TransactionSupportLevel.NoTransaction)
public class NginxResourceAdapter extends DriverResourceAdapter {
    private static final System.Logger LOG = System.getLogger(NginxResourceAdapter.class.getName());
    private static final Duration SUPERVISION = Duration.ofSeconds(2);

    private final transient Devices devices = new Devices();
    private transient Timer timer;

    @Override
    public void start(BootstrapContext context) {
        try {
            timer = context.createTimer();
        } catch (UnavailableException e) {
            throw new IllegalStateException("The server has no timer", e);
        }
        timer.schedule(new Supervision(), SUPERVISION.toMillis(), SUPERVISION.toMillis());
    }

    @Override
    public void stop() {
        timer.cancel();
        devices.stop();
    }

    /** A session with a device. */
    LoadBalancerDriver open(DeviceSpec device) {
        return new NginxDriver(devices.open(device));
    }

    private final class Supervision extends TimerTask {
        @Override
        public void run() {
            try {
                devices.supervise();
            } catch (RuntimeException e) {
                // The timer would end with it.
                LOG.log(Level.ERROR, "Supervision failed", e);
            }
        }
    }
}
