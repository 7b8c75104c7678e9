package io.lbaas.driver.bigip.simulator;

import io.lbaas.driver.contract.TestAuthority;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Runs a simulated BIG-IP alone: {@code [port [milliseconds for each declaration [tls]]]}. */
public final class SimulatorMain {
    private static final System.Logger LOG = System.getLogger(SimulatorMain.class.getName());
    private static final int PORT = 8443;

    private SimulatorMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : PORT;
        try (SimulatedBigip bigip = arguments.length > 2 ? secure(port) : new SimulatedBigip(port)) {
            if (arguments.length > 1) {
                bigip.faults().taskTime(Duration.ofMillis(Long.parseLong(arguments[1])));
            }
            LOG.log(Level.INFO, "A BIG-IP listens on {0}; user admin, password secret", bigip.url());
            new CountDownLatch(1).await();
        }
    }

    private static SimulatedBigip secure(int port) {
        TestAuthority.Issued identity = new TestAuthority().issue("localhost");
        LOG.log(Level.INFO, "certificate-sha256: {0}", identity.fingerprint());
        return new SimulatedBigip(port, identity);
    }
}
