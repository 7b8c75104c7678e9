package io.lbaas.driver.haproxy;

import io.lbaas.driver.contract.SshServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Load balancers have processes of their own on another host too. */
class IsolationOverSshTest extends IsolationTest {
    private static SshServer server;

    @BeforeAll
    static void start() {
        server = SshServer.start();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Override
    TestDevice device() {
        return new TestDevice(server, Map.of());
    }
}
