package io.lbaas.driver.host.ssh;

import io.lbaas.driver.host.Host;
import io.lbaas.driver.spi.DeviceSpec;
import java.io.Closeable;

/** Opens hosts over SSH, all by one client that starts with the first of them. */
public final class SshHosts implements Closeable {
    private SshLogins logins;

    /**
     * A session with a device's host, which connects when work is begun.
     *
     * @throws IllegalArgumentException in words for the operator where a setting or a credential is missing or wrong
     */
    public synchronized Host open(DeviceSpec spec) {
        SshTarget target = SshTarget.of(spec);
        if (logins == null) {
            logins = new SshLogins();
        }
        return new SshHost(target, logins);
    }

    @Override
    public synchronized void close() {
        if (logins != null) {
            logins.close();
            logins = null;
        }
    }
}
