package io.lbaas.driver.nginx;

import io.lbaas.driver.contract.traffic.L7TrafficContract;

/** What clients of a real nginx get where L7 policies decide. */
class L7TrafficTest extends L7TrafficContract<TestDevice> {

    @Override
    protected TestDevice device() {
        return new TestDevice();
    }
}
