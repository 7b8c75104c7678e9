package io.lbaas.driver.jca;

import io.lbaas.driver.spi.DriverConnection;
import io.lbaas.driver.spi.LoadBalancerDriver;

/** What is lent to a caller: worthless once closed, discarded or taken back by the server. */
public final class DriverHandle implements DriverConnection {
    private volatile DriverManagedConnection session;

    DriverHandle(DriverManagedConnection session) {
        this.session = session;
    }

    /**
     * The driver that speaks to the device.
     *
     * @throws IllegalStateException after the handle was closed
     */
    @Override
    public LoadBalancerDriver driver() {
        DriverManagedConnection current = session;
        if (current == null) {
            throw new IllegalStateException("The session was given back");
        }
        return current.driver();
    }

    @Override
    public void discard(Exception cause) {
        DriverManagedConnection current = session;
        if (current != null) {
            current.failed(this, cause);
        }
    }

    @Override
    public void close() {
        DriverManagedConnection current = session;
        if (current != null) {
            current.closed(this);
        }
    }

    /** Moves the handle to another session, null to make it worthless; returns the one it leaves. */
    DriverManagedConnection moveTo(DriverManagedConnection other) {
        DriverManagedConnection previous = session;
        session = other;
        return previous;
    }
}
