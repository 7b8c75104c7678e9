package io.lbaas.driver.haproxy;

import io.lbaas.driver.contract.SshServer;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;

/** Load balancers have processes of their own on another host too. */
class IsolationOverSshTest extends IsolationTest {
    @AutoClose
    private static final SshServer server = SshServer.start();

    @Override
    TestDevice device() {
        return new TestDevice(server, Map.of());
    }
}
