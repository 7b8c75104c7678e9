package io.lbaas.driver.jca;

import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.LoadBalancerDriver;
import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import javax.transaction.xa.XAResource;

/** A resource adapter that opens sessions and delivers no messages. A driver's own subclass bears the annotation. */
public abstract class DriverResourceAdapter implements ResourceAdapter {

    /**
     * Opens a session. A device that does not answer is no reason to fail: each call on the driver tells it by its
     * outcome.
     *
     * @throws IllegalArgumentException in words for the operator, where no session could ever be had with these settings
     */
    public abstract LoadBalancerDriver open(DeviceSpec device);

    @Override
    public void start(BootstrapContext context) {
        // Sessions are opened on demand, nothing runs in the background.
    }

    @Override
    public void stop() {
        // The server has destroyed the sessions.
    }

    @Override
    public void endpointActivation(MessageEndpointFactory endpointFactory, ActivationSpec spec)
            throws ResourceException {
        throw new NotSupportedException("A driver delivers no messages");
    }

    @Override
    public void endpointDeactivation(MessageEndpointFactory endpointFactory, ActivationSpec spec) {
        // None was activated.
    }

    @Override
    public XAResource[] getXAResources(ActivationSpec[] specs) {
        return new XAResource[0];
    }

    /** Adapters without configuration are equal when they are of the same class. */
    @Override
    @SuppressWarnings("EqualsGetClass") // each driver has a subclass, whose adapters are not those of another
    public boolean equals(Object other) {
        return other != null && getClass() == other.getClass();
    }

    @Override
    public int hashCode() {
        return getClass().hashCode();
    }
}
