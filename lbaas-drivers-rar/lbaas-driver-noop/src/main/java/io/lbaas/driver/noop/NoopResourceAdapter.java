package io.lbaas.driver.noop;

import io.lbaas.driver.jca.DriverResourceAdapter;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;

/** Makes this archive a resource adapter. */
@Connector(
        displayName = "LBaaS driver: noop",
        eisType = "noop",
        version = "1.0",
        transactionSupport = TransactionSupportLevel.NoTransaction)
public class NoopResourceAdapter extends DriverResourceAdapter {}
