package io.lbaas.driver.netscaler;

import io.lbaas.driver.jca.DriverHandle;
import io.lbaas.driver.jca.DriverManagedConnectionFactory;
import io.lbaas.driver.jca.PooledDriverConnectionFactory;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.DriverConnection;
import io.lbaas.driver.spi.DriverConnectionFactory;
import io.lbaas.driver.spi.LoadBalancerDriver;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionDefinition;

/** Opens {@link NetscalerDriver}s. */
@ConnectionDefinition(
        connectionFactory = DriverConnectionFactory.class,
        connectionFactoryImpl = PooledDriverConnectionFactory.class,
        connection = DriverConnection.class,
        connectionImpl = DriverHandle.class)
public class NetscalerManagedConnectionFactory extends DriverManagedConnectionFactory {
    private static final long serialVersionUID = 1;

    @Override
    protected LoadBalancerDriver open(DeviceSpec device) throws ResourceException {
        try {
            return new NetscalerDriver(DeviceSettings.of(device));
        } catch (IllegalArgumentException e) {
            throw new ResourceException("Unusable settings of device " + device.deviceId() + ": " + e.getMessage(), e);
        }
    }
}
