package io.lbaas.driver.noop;

import io.lbaas.driver.jca.DriverResourceAdapter;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.LoadBalancerDriver;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;

/** Makes this archive a resource adapter that opens sessions with devices. */
@Connector(
        displayName = "LBaaS driver: noop",
        eisType = "noop",
        version = "1.0",
        transactionSupport = TransactionSupportLevel.NoTransaction)
public class NoopResourceAdapter extends DriverResourceAdapter {

    @Override
    public LoadBalancerDriver open(DeviceSpec device) {
        return new NoopDriver(device);
    }
}
