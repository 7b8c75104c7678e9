package io.lbaas.driver.haproxy;

import io.lbaas.driver.contract.traffic.TlsTrafficContract;
import java.nio.file.Path;

/** Real handshakes through a real HAProxy. */
class TlsTest extends TlsTrafficContract<TestDevice> {

    @Override
    protected TestDevice device() {
        return new TestDevice();
    }

    @Override
    protected Path keys() {
        return device.directory().resolve("tls");
    }
}
