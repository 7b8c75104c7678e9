package io.lbaas.driver.nginx;

import io.lbaas.driver.contract.traffic.RealDevice;
import io.lbaas.driver.contract.traffic.RealDeviceContract;

/** The driver passes what every driver must pass, with a real nginx. */
class NginxContractTest extends RealDeviceContract {

    @Override
    protected RealDevice<?> device() {
        return new TestDevice();
    }
}
