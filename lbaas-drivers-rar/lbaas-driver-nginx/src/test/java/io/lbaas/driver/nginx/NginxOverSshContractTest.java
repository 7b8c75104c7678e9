package io.lbaas.driver.nginx;

import io.lbaas.driver.contract.SshServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The driver passes what every driver must pass, with a real nginx behind a real OpenSSH. */
class NginxOverSshContractTest extends NginxContractTest {
    private static SshServer server;

    @Override
    TestDevice device() {
        return new TestDevice(server);
    }

    @BeforeAll
    static void start() {
        server = SshServer.start();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    /** Each costs a reload, and each look some round trips. */
    @Override
    public int changes() {
        return 12;
    }
}
