package io.lbaas.driver.spi;

import jakarta.resource.Referenceable;
import jakarta.resource.ResourceException;
import java.io.Serializable;

/** Where an agent gets drivers from; one for each resource adapter, found in JNDI by the driver's name. */
public interface DriverConnectionFactory extends Serializable, Referenceable {

    /**
     * Lends a session with a device.
     *
     * @throws ResourceException where no session can be had: the pool is exhausted, or the driver could not open one
     */
    DriverConnection connect(DeviceSpec device) throws ResourceException;
}
