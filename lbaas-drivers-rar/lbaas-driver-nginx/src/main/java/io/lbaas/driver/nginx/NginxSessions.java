package io.lbaas.driver.nginx;

import io.lbaas.driver.jca.DriverHandle;
import io.lbaas.driver.jca.DriverManagedConnectionFactory;
import io.lbaas.driver.jca.PooledDriverConnectionFactory;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.DriverConnection;
import io.lbaas.driver.spi.DriverConnectionFactory;
import io.lbaas.driver.spi.LoadBalancerDriver;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionDefinition;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;

/** Opens sessions for the server's pool. */
@ConnectionDefinition(
        connectionFactory = DriverConnectionFactory.class,
        connectionFactoryImpl = PooledDriverConnectionFactory.class,
        connection = DriverConnection.class,
        connectionImpl = DriverHandle.class)
public class NginxSessions extends DriverManagedConnectionFactory implements ResourceAdapterAssociation {
    private static final long serialVersionUID = 1;

    private transient NginxResourceAdapter adapter;

    @Override
    protected LoadBalancerDriver open(DeviceSpec device) throws ResourceException {
        try {
            return adapter.open(device);
        } catch (IllegalArgumentException e) {
            throw new ResourceException(e.getMessage(), e);
        }
    }

    @Override
    public ResourceAdapter getResourceAdapter() {
        return adapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter resourceAdapter) {
        adapter = (NginxResourceAdapter) resourceAdapter;
    }
}
