package io.lbaas.driver.jca;

import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.DriverConnection;
import io.lbaas.driver.spi.DriverConnectionFactory;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ManagedConnectionFactory;
import javax.naming.Reference;

/** What an agent finds in JNDI: asks the server's pool for a session. */
public final class PooledDriverConnectionFactory implements DriverConnectionFactory {
    private static final long serialVersionUID = 1;

    private final ManagedConnectionFactory sessions;
    private final ConnectionManager pool;
    private Reference reference;

    PooledDriverConnectionFactory(ManagedConnectionFactory sessions, ConnectionManager pool) {
        this.sessions = sessions;
        this.pool = pool;
    }

    @Override
    public DriverConnection connect(DeviceSpec device) throws ResourceException {
        return (DriverConnection) pool.allocateConnection(sessions, new DeviceRequest(device));
    }

    @Override
    public void setReference(Reference reference) {
        this.reference = reference;
    }

    @Override
    public Reference getReference() {
        return reference;
    }
}
