package io.lbaas.driver.bigip;

import io.lbaas.driver.jca.DriverResourceAdapter;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.LoadBalancerDriver;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;

/** Makes this archive a resource adapter that opens sessions with devices. */
@Connector(
        displayName = "LBaaS driver: F5 BIG-IP",
        eisType = "BIG-IP",
        version = "1.0",
        transactionSupport = TransactionSupportLevel.NoTransaction)
public class BigipResourceAdapter extends DriverResourceAdapter {

    @Override
    public LoadBalancerDriver open(DeviceSpec device) {
        return new BigipDriver(DeviceSettings.of(device));
    }
}
