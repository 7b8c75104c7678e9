package io.lbaas.example.driver;

import io.lbaas.driver.jca.DriverHandle;
import io.lbaas.driver.jca.DriverManagedConnectionFactory;
import io.lbaas.driver.jca.PooledDriverConnectionFactory;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.DriverConnection;
import io.lbaas.driver.spi.DriverConnectionFactory;
import io.lbaas.driver.spi.LoadBalancerDriver;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionDefinition;

/** Opens sessions with appliances; a device that is not there is no reason to fail here. */
@ConnectionDefinition(
        connectionFactory = DriverConnectionFactory.class,
        connectionFactoryImpl = PooledDriverConnectionFactory.class,
        connection = DriverConnection.class,
        connectionImpl = DriverHandle.class)
public class ExampleManagedConnectionFactory extends DriverManagedConnectionFactory {
    private static final long serialVersionUID = 1;

    @Override
    protected LoadBalancerDriver open(DeviceSpec device) throws ResourceException {
        try {
            return new ExampleDriver(Session.with(device));
        } catch (IllegalArgumentException e) {
            throw new ResourceException("Unusable settings of device " + device.deviceId() + ": " + e.getMessage(), e);
        }
    }
}
