package io.lbaas.agent.device;

import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.LoadBalancerDriver;

/** What is done in one session with a device. */
@FunctionalInterface
public interface DeviceWork<T> {

    /** Does it. */
    T with(LoadBalancerDriver driver) throws DeviceReadException;
}
