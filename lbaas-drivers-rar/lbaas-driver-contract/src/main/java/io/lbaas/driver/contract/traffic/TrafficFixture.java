package io.lbaas.driver.contract.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.model.DesiredLoadBalancer;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/**
 * What tests with traffic have: a device, a session with it, and two members for a load balancer on it.
 *
 * @param <D> the device
 */
public abstract class TrafficFixture<D extends ServingDevice> {
    protected static final String VIP = "127.10.1.1";

    /** The first of some ports that nobody has. */
    protected final int port = Ports.free();

    protected final D device = device();
    protected final LoadBalancerDriver driver = device.open();
    protected final Capabilities can = driver.info().capabilities();
    protected final Backend one = new Backend();
    protected final Backend two = new Backend();
    protected final UUID id = UUID.randomUUID();

    /** Makes the test's device. */
    protected abstract D device();

    @AfterEach
    final void stop() {
        driver.close();
        device.close();
        one.close();
        two.close();
    }

    /** The test's load balancer with these members. */
    protected final DesiredLoadBalancer tree(Backend... members) {
        return Trees.of(id, VIP, port, members);
    }

    /** Another load balancer, on the port that many behind the first. */
    protected final DesiredLoadBalancer other(int offset, Backend... members) {
        return Trees.of(UUID.randomUUID(), VIP, port + offset, members);
    }

    protected final void completes(DesiredLoadBalancer tree, long generation) {
        assertThat(Trees.apply(driver, tree, generation)).isInstanceOf(Outcome.Completed.class);
    }

    /** One request to the test's load balancer: who answered, or what went wrong. */
    protected final String ask() {
        return ask(0);
    }

    /** One request to the load balancer on the port that many behind the first. */
    protected final String ask(int offset) {
        return Load.once(VIP, port + offset);
    }
}
