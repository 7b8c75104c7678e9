package io.lbaas.agent.device;

import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.DriverConnection;
import io.lbaas.driver.spi.DriverConnectionFactory;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.tls.seal.SealException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.resource.ResourceException;
import java.util.function.Predicate;

/** Borrows sessions with devices from the server's pools. */
@ApplicationScoped
public class Sessions {
    private static final System.Logger LOG = System.getLogger(Sessions.class.getName());

    private final Drivers drivers;
    private final Credentials credentials;

    @Inject
    public Sessions(Drivers drivers, Credentials credentials) {
        this.drivers = drivers;
        this.credentials = credentials;
    }

    /** For the container's proxy. */
    protected Sessions() {
        this(null, null);
    }

    /**
     * Does work in a session.
     *
     * @throws SessionException where no session can be had or the device cannot be read, which are passing, or the
     *     driver failed, which is a bug
     */
    public <T> T call(DeviceSpec device, DeviceWork<T> work) throws SessionException {
        return call(device, work, result -> false);
    }

    /**
     * Does work in a session that is not lent again where the result says that it is of no more use.
     *
     * @throws SessionException where no session can be had or the device cannot be read, which are passing, or the
     *     driver failed, which is a bug
     */
    public <T> T call(DeviceSpec device, DeviceWork<T> work, Predicate<T> broken) throws SessionException {
        DriverConnectionFactory driver = drivers.find(device.driver())
                .orElseThrow(() -> new SessionException(
                        FailureKind.TRANSIENT, "This agent has no driver " + device.driver(), null));
        try (DriverConnection connection = driver.connect(credentials.open(device))) {
            T result = guarded(connection, device, work);
            if (broken.test(result)) {
                connection.discard(new ResourceException("The session with the device broke"));
            }
            return result;
        } catch (ResourceException e) {
            throw new SessionException(FailureKind.TRANSIENT, "No session with the device: " + e.getMessage(), e);
        } catch (SealException e) {
            throw new SessionException(
                    FailureKind.TRANSIENT, "The credentials of the device cannot be opened: " + e.getMessage(), e);
        }
    }

    private static <T> T guarded(DriverConnection connection, DeviceSpec device, DeviceWork<T> work)
            throws SessionException {
        try {
            return work.with(connection.driver());
        } catch (DeviceReadException e) {
            connection.discard(e);
            throw new SessionException(e.kind(), e.getMessage(), e);
        } catch (RuntimeException | LinkageError e) {
            LOG.log(System.Logger.Level.ERROR, "The driver of " + device + " broke its contract", e);
            connection.discard(new IllegalStateException(e));
            throw new SessionException(FailureKind.INTERNAL, "The driver failed: " + e, e);
        }
    }
}
