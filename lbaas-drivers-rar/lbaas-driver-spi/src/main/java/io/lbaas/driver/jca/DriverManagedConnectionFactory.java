package io.lbaas.driver.jca;

import io.lbaas.driver.spi.DeviceSpec;
import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import java.io.PrintWriter;
import java.util.Set;
import javax.security.auth.Subject;

/**
 * Gives the server the sessions that it pools, as a driver's resource adapter opens them. A driver's subclass adds nothing
 * but the annotation {@code @ConnectionDefinition(connectionFactory = DriverConnectionFactory.class, connectionFactoryImpl
 * = PooledDriverConnectionFactory.class, connection = DriverConnection.class, connectionImpl = DriverHandle.class)}.
 */
public abstract class DriverManagedConnectionFactory implements ManagedConnectionFactory, ResourceAdapterAssociation {
    private static final long serialVersionUID = 1;

    private transient DriverResourceAdapter adapter;
    private transient PrintWriter logWriter;

    @Override
    public final ResourceAdapter getResourceAdapter() {
        return adapter;
    }

    @Override
    public final void setResourceAdapter(ResourceAdapter resourceAdapter) {
        adapter = (DriverResourceAdapter) resourceAdapter;
    }

    @Override
    public Object createConnectionFactory(ConnectionManager manager) {
        return new PooledDriverConnectionFactory(this, manager);
    }

    @Override
    public Object createConnectionFactory() throws ResourceException {
        throw new NotSupportedException("Drivers are used within a server, which pools their sessions");
    }

    @Override
    public ManagedConnection createManagedConnection(Subject subject, ConnectionRequestInfo request)
            throws ResourceException {
        DeviceSpec device = ((DeviceRequest) request).device();
        try {
            return new DriverManagedConnection(device, adapter.open(device));
        } catch (IllegalArgumentException e) {
            throw new ResourceException("Unusable settings of device " + device.deviceId() + ": " + e.getMessage(), e);
        }
    }

    /** A session fits when its device is equal in all; one with an older revision is never lent again. */
    @Override
    @SuppressWarnings("rawtypes")
    public ManagedConnection matchManagedConnections(Set candidates, Subject subject, ConnectionRequestInfo request) {
        DeviceSpec device = ((DeviceRequest) request).device();
        for (Object candidate : candidates) {
            if (candidate instanceof DriverManagedConnection session && session.serves(device)) {
                return session;
            }
        }
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        logWriter = out;
    }

    @Override
    public PrintWriter getLogWriter() {
        return logWriter;
    }

    /** Factories without configuration are equal when they are of the same class. */
    @Override
    @SuppressWarnings("EqualsGetClass") // each driver has a subclass, whose factories are not those of another
    public boolean equals(Object other) {
        return other != null && getClass() == other.getClass();
    }

    @Override
    public int hashCode() {
        return getClass().hashCode();
    }
}
