package io.lbaas.driver.contract;

import io.lbaas.driver.spi.Change;
import io.lbaas.model.DesiredLoadBalancer;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;

/**
 * What a driver's test can do to its device behind the driver's back. What is not overridden cannot be done, and the tests
 * that need it are skipped. Sessions feel it that are opened afterwards; those that are open may.
 */
public interface DeviceFaults {
    /** A device that nothing can be done to. */
    DeviceFaults NONE = new DeviceFaults() {};

    /** Changes what the device has of a load balancer, as a person would who does not know whose it is. */
    default void alter(UUID loadBalancerId) {
        unknown("alter a load balancer");
    }

    /** Takes a load balancer off the device and leaves nothing of it. */
    default void lose(UUID loadBalancerId) {
        unknown("lose a load balancer");
    }

    /** Makes a change as an agent does that is killed between writing it and putting it in force. */
    default void breakOff(Change change) {
        unknown("break off a change");
    }

    /** The device takes requests and answers none. */
    default Trouble hang() {
        return unknown("hang");
    }

    /** The device works on somebody else's change. */
    default Trouble beBusy() {
        return unknown("be busy");
    }

    /** The device cannot be reached. */
    default Trouble cutOff() {
        return unknown("be cut off");
    }

    /** Whether clients of a load balancer are served as the tree says. */
    default boolean serves(DesiredLoadBalancer tree) {
        unknown("tell whether it serves");
        return false;
    }

    /** Something that lasts until it is closed. */
    @FunctionalInterface
    interface Trouble extends AutoCloseable {
        @Override
        void close();
    }

    private static Trouble unknown(String fault) {
        return Assumptions.abort("This device cannot be made to " + fault);
    }
}
