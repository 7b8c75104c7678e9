package io.lbaas.driver.netscaler;

import io.lbaas.driver.jca.DriverHandle;
import io.lbaas.driver.jca.DriverManagedConnectionFactory;
import io.lbaas.driver.jca.PooledDriverConnectionFactory;
import io.lbaas.driver.spi.DriverConnection;
import io.lbaas.driver.spi.DriverConnectionFactory;
import jakarta.resource.spi.ConnectionDefinition;

/** Makes the driver's sessions a pool of the server's. */
@ConnectionDefinition(
        connectionFactory = DriverConnectionFactory.class,
        connectionFactoryImpl = PooledDriverConnectionFactory.class,
        connection = DriverConnection.class,
        connectionImpl = DriverHandle.class)
public class NetscalerManagedConnectionFactory extends DriverManagedConnectionFactory {
    private static final long serialVersionUID = 1;
}
