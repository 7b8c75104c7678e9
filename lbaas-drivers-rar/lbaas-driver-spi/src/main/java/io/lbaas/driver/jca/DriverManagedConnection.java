package io.lbaas.driver.jca;

import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.LoadBalancerDriver;
import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.LocalTransaction;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionMetaData;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.security.auth.Subject;
import javax.transaction.xa.XAResource;

/** One session with one device, as the server's pool keeps it. */
final class DriverManagedConnection implements ManagedConnection {
    private final DeviceSpec device;
    private final LoadBalancerDriver driver;
    private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
    private final Set<DriverHandle> handles = ConcurrentHashMap.newKeySet();
    private PrintWriter logWriter;

    DriverManagedConnection(DeviceSpec device, LoadBalancerDriver driver) {
        this.device = device;
        this.driver = driver;
    }

    LoadBalancerDriver driver() {
        return driver;
    }

    boolean serves(DeviceSpec wanted) {
        return device.equals(wanted);
    }

    @Override
    public Object getConnection(Subject subject, ConnectionRequestInfo request) {
        DriverHandle handle = new DriverHandle(this);
        handles.add(handle);
        return handle;
    }

    @Override
    public void associateConnection(Object connection) {
        DriverHandle handle = (DriverHandle) connection;
        DriverManagedConnection previous = handle.moveTo(this);
        if (previous != null) {
            previous.handles.remove(handle);
        }
        handles.add(handle);
    }

    /** The caller has no more use for the handle; the session goes back to the pool. */
    void closed(DriverHandle handle) {
        release(handle);
        ConnectionEvent event = new ConnectionEvent(this, ConnectionEvent.CONNECTION_CLOSED);
        event.setConnectionHandle(handle);
        listeners.forEach(listener -> listener.connectionClosed(event));
    }

    /** The session is broken; the pool destroys it. */
    void failed(DriverHandle handle, Exception cause) {
        release(handle);
        ConnectionEvent event = new ConnectionEvent(this, ConnectionEvent.CONNECTION_ERROR_OCCURRED, cause);
        event.setConnectionHandle(handle);
        listeners.forEach(listener -> listener.connectionErrorOccurred(event));
    }

    private void release(DriverHandle handle) {
        handles.remove(handle);
        handle.moveTo(null);
    }

    /** Makes the session ready for the next caller; it stays open. */
    @Override
    public void cleanup() {
        handles.forEach(this::release);
    }

    @Override
    public void destroy() {
        cleanup();
        driver.close();
    }

    @Override
    public void addConnectionEventListener(ConnectionEventListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeConnectionEventListener(ConnectionEventListener listener) {
        listeners.remove(listener);
    }

    @Override
    public XAResource getXAResource() throws ResourceException {
        throw new NotSupportedException("A device takes no part in transactions");
    }

    @Override
    public LocalTransaction getLocalTransaction() throws ResourceException {
        throw new NotSupportedException("A device takes no part in transactions");
    }

    @Override
    public ManagedConnectionMetaData getMetaData() {
        return new SessionMetaData(driver.info());
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        logWriter = out;
    }

    @Override
    public PrintWriter getLogWriter() {
        return logWriter;
    }
}
