package io.lbaas.driver.netscaler;

import io.lbaas.driver.jca.DriverResourceAdapter;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;

/** Makes this archive a resource adapter. */
@Connector(
        displayName = "LBaaS driver: netscaler",
        eisType = "netscaler",
        version = "1.0",
        transactionSupport = TransactionSupportLevel.NoTransaction)
public class NetscalerResourceAdapter extends DriverResourceAdapter {}
