package io.lbaas.driver.jca;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import java.util.HashSet;
import java.util.Set;

/** Does what a server's pool does: matches what is free, cleans up what comes back, destroys what failed. */
final class FakePool implements ConnectionManager, ConnectionEventListener {
    private static final long serialVersionUID = 1;

    private final transient Set<ManagedConnection> free = new HashSet<>();

    @Override
    public Object allocateConnection(ManagedConnectionFactory factory, ConnectionRequestInfo request)
            throws ResourceException {
        ManagedConnection session = factory.matchManagedConnections(free, null, request);
        if (session == null) {
            session = factory.createManagedConnection(null, request);
            session.addConnectionEventListener(this);
        }
        free.remove(session);
        return session.getConnection(null, request);
    }

    @Override
    public void connectionClosed(ConnectionEvent event) {
        ManagedConnection session = (ManagedConnection) event.getSource();
        try {
            session.cleanup();
        } catch (ResourceException e) {
            throw new IllegalStateException(e);
        }
        free.add(session);
    }

    @Override
    public void connectionErrorOccurred(ConnectionEvent event) {
        try {
            ((ManagedConnection) event.getSource()).destroy();
        } catch (ResourceException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void localTransactionStarted(ConnectionEvent event) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void localTransactionCommitted(ConnectionEvent event) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void localTransactionRolledback(ConnectionEvent event) {
        throw new UnsupportedOperationException();
    }
}
