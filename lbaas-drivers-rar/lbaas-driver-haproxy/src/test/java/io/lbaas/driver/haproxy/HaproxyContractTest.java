package io.lbaas.driver.haproxy;

import io.lbaas.driver.contract.traffic.RealDevice;
import io.lbaas.driver.contract.traffic.RealDeviceContract;

/** The driver passes what every driver must pass, with a real HAProxy. */
class HaproxyContractTest extends RealDeviceContract {

    @Override
    protected RealDevice<?> device() {
        return new TestDevice();
    }
}
