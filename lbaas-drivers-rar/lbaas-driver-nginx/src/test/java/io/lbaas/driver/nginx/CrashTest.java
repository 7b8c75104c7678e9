package io.lbaas.driver.nginx;

import io.lbaas.driver.contract.traffic.CrashContract;
import java.util.Map;

/** What crashes, of a real nginx or of the agent, leave and how it is made good. */
class CrashTest extends CrashContract<TestDevice> {

    @Override
    protected TestDevice device(Map<String, String> settings) {
        return new TestDevice(settings);
    }
}
