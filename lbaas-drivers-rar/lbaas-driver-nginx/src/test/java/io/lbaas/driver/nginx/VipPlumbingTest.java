package io.lbaas.driver.nginx;

import io.lbaas.driver.contract.SshServer;
import io.lbaas.driver.contract.traffic.VipPlumbingContract;
import java.util.Map;

/** VIPs that the driver adds to another host with a real nginx. */
class VipPlumbingTest extends VipPlumbingContract<TestDevice> {

    @Override
    protected TestDevice device(SshServer host, Map<String, String> settings) {
        return new TestDevice(host, settings);
    }
}
