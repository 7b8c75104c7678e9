package io.lbaas.driver.contract.traffic;

import io.lbaas.driver.spi.LoadBalancerDriver;

/** A device of a driver's tests that carries traffic on this machine. */
public interface ServingDevice extends AutoCloseable {

    /** Opens a session. */
    LoadBalancerDriver open();

    /** Has the driver lose what it knows, as when the agent's process was killed; sessions that are open are of no use. */
    void forget();

    /** Ends the device and leaves nothing of it. */
    @Override
    void close();
}
