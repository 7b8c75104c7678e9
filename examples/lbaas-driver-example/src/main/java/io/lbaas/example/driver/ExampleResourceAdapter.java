package io.lbaas.example.driver;

import io.lbaas.driver.jca.DriverResourceAdapter;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;

/** Makes this archive a resource adapter. */
@Connector(
        displayName = "LBaaS driver: example",
        eisType = "example",
        version = "1.0",
        transactionSupport = TransactionSupportLevel.NoTransaction)
public class ExampleResourceAdapter extends DriverResourceAdapter {}
