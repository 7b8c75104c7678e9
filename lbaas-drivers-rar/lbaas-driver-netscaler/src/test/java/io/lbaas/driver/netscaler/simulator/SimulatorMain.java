package io.lbaas.driver.netscaler.simulator;

import io.lbaas.driver.contract.TestAuthority;
import java.lang.System.Logger.Level;

/** Runs a simulated appliance alone: {@code [port [tls]]}. */
public final class SimulatorMain {
    private static final System.Logger LOG = System.getLogger(SimulatorMain.class.getName());
    private static final int PORT = 9080;

    private SimulatorMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : PORT;
        try (Simulator simulator = arguments.length > 1 ? secure(port) : new Simulator(port)) {
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
            LOG.log(
                    Level.INFO,
                    "A NetScaler listens on {0}; user {1}, password {2}",
                    simulator.url(),
                    Simulator.USER_NAME,
                    Simulator.PASSWORD);
            simulator.awaitEnd();
        }
    }

    private static Simulator secure(int port) {
        TestAuthority.Issued identity = new TestAuthority().issue("localhost");
        LOG.log(Level.INFO, "certificate-sha256: {0}", identity.fingerprint());
        return new Simulator(port, identity);
    }
}
