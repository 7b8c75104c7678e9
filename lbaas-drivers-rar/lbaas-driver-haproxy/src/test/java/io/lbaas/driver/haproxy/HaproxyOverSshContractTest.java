package io.lbaas.driver.haproxy;

import io.lbaas.driver.contract.SshServer;
import io.lbaas.driver.contract.traffic.RealDevice;
import io.lbaas.driver.contract.traffic.RealDeviceContract;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;

/** The driver passes what every driver must pass, with a real HAProxy behind a real OpenSSH. */
class HaproxyOverSshContractTest extends RealDeviceContract {
    @AutoClose
    private static final SshServer server = SshServer.start();

    @Override
    protected RealDevice<?> device() {
        return new TestDevice(server, Map.of());
    }

    /** Each costs a reload, and each look some round trips. */
    @Override
    public int changes() {
        return 12;
    }
}
