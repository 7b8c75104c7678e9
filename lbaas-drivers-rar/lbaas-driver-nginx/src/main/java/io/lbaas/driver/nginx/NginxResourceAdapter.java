package io.lbaas.driver.nginx;

import io.lbaas.driver.host.Host;
import io.lbaas.driver.host.HostResourceAdapter;
import io.lbaas.driver.nginx.device.Device;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.LoadBalancerDriver;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import java.nio.file.Path;

/** The driver within a server: it keeps nginx running for as long as the server runs. */
@Connector(
        displayName = "nginx",
        eisType = "nginx",
        version = "1.0",
        transactionSupport = TransactionSupportLevel.NoTransaction)
public class NginxResourceAdapter extends HostResourceAdapter<DeviceSettings, Device> {

    @Override
    protected DeviceSettings settings(DeviceSpec device) {
        return DeviceSettings.of(device);
    }

    @Override
    protected Path directory(DeviceSettings settings) {
        return settings.directory();
    }

    @Override
    protected Device device(Host host, DeviceSettings settings) {
        return new Device(host, settings);
    }

    @Override
    protected LoadBalancerDriver session(Device device) {
        return new NginxDriver(device);
    }
}
