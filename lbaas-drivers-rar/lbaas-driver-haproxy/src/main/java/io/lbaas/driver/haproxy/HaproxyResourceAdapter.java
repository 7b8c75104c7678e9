package io.lbaas.driver.haproxy;

import io.lbaas.driver.host.Host;
import io.lbaas.driver.host.HostResourceAdapter;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.LoadBalancerDriver;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import java.nio.file.Path;

/** The driver within a server: it keeps HAProxy running for as long as the server runs. */
@Connector(
        displayName = "HAProxy",
        eisType = "HAProxy",
        version = "1.0",
        transactionSupport = TransactionSupportLevel.NoTransaction)
public class HaproxyResourceAdapter extends HostResourceAdapter<DeviceSettings, Site> {

    @Override
    protected DeviceSettings settings(DeviceSpec device) {
        return DeviceSettings.of(device);
    }

    @Override
    protected Path directory(DeviceSettings settings) {
        return settings.directory();
    }

    @Override
    protected Site device(Host host, DeviceSettings settings) {
        return new Site(host, settings);
    }

    @Override
    protected LoadBalancerDriver session(Site site) {
        return new HaproxyDriver(site);
    }
}
