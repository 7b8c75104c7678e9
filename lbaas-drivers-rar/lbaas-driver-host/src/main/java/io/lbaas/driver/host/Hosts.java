package io.lbaas.driver.host;

import io.lbaas.driver.host.local.LocalHost;
import io.lbaas.driver.host.ssh.SshHosts;
import io.lbaas.driver.spi.DeviceSpec;
import java.io.Closeable;

/**
 * Opens the host of a device, by the device's settings:
 *
 * <ul>
 *   <li>{@code transport}: {@code local} (default), the agent's own host, or {@code ssh}
 *   <li>{@code host}, {@code port} (22), {@code user}: where to log in with SSH, and as whom
 *   <li>{@code host-key}: public keys in the form of OpenSSH, of which the host must show one
 * </ul>
 *
 * and its credentials {@code private-key}, in the form of OpenSSH, and {@code passphrase}.
 */
public final class Hosts implements Closeable {
    private static final Host LOCAL = new LocalHost();

    private final SshHosts ssh = new SshHosts();

    /**
     * A session with the host, which connects when work is begun.
     *
     * @throws IllegalArgumentException in words for the operator where a setting or a credential is missing or wrong
     */
    public Host open(DeviceSpec spec) {
        return switch (spec.setting("transport", "local")) {
            case "local" -> LOCAL;
            case "ssh" -> ssh.open(spec);
            default -> throw new IllegalArgumentException("The setting transport must be local or ssh");
        };
    }

    /** Ends what all sessions share. */
    @Override
    public void close() {
        ssh.close();
    }
}
