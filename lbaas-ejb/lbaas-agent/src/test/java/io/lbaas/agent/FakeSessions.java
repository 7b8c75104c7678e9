package io.lbaas.agent;

import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.DriverConnection;
import io.lbaas.driver.spi.DriverConnectionFactory;
import io.lbaas.driver.spi.LoadBalancerDriver;
import jakarta.resource.ResourceException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.naming.Reference;

/** Lends one device to everybody. */
public final class FakeSessions implements DriverConnectionFactory {
    private static final long serialVersionUID = 1;

    private final transient LoadBalancerDriver device;
    private final AtomicInteger lent = new AtomicInteger();
    private final AtomicInteger discarded = new AtomicInteger();
    private volatile String refusal;
    private transient volatile DeviceSpec lentFor;

    public FakeSessions(LoadBalancerDriver device) {
        this.device = device;
    }

    /** From now on no session can be had. */
    public void refuse(String reason) {
        refusal = reason;
    }

    /** The device that a session was lent for last. */
    public DeviceSpec lentFor() {
        return lentFor;
    }

    /** How many sessions are not given back. */
    public int lent() {
        return lent.get();
    }

    public int discarded() {
        return discarded.get();
    }

    @Override
    public DriverConnection connect(DeviceSpec spec) throws ResourceException {
        if (refusal != null) {
            throw new ResourceException(refusal);
        }
        lent.incrementAndGet();
        lentFor = spec;
        return new DriverConnection() {
            @Override
            public LoadBalancerDriver driver() {
                return device;
            }

            @Override
            public void discard(Exception cause) {
                discarded.incrementAndGet();
            }

            @Override
            public void close() {
                lent.decrementAndGet();
            }
        };
    }

    @Override
    public void setReference(Reference reference) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Reference getReference() {
        throw new UnsupportedOperationException();
    }
}
