package io.lbaas.driver.spi;

import io.lbaas.model.DesiredLoadBalancer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Translates the neutral model into one vendor's terms, for one device. Instances are used by one thread at a time.
 *
 * <p>Changes are answered with outcomes whatever a device does or says; only reads throw where there is nothing to
 * read. Unchecked exceptions are bugs of the driver.
 */
public interface LoadBalancerDriver extends AutoCloseable {

    /** Name, version and what this driver can do on this device; needs no contact with the device. */
    DriverInfo info();

    /** Asks the device whether it is there, what it is and what it can hold. */
    DeviceReport probe();

    /** Says what of a tree this driver could not do. Changes nothing. */
    ValidationReport validate(DesiredLoadBalancer desired);

    /**
     * Makes the device so, in one change where the device allows it.
     *
     * @param changes of different load balancers, at least one
     * @return one outcome for each change, in the same order. A driver whose device takes only all or nothing reports
     *     the refusal for every change; the agent then bisects
     */
    List<Outcome> apply(List<Change> changes);

    /** Asks after a change that was answered with {@link Outcome.Pending}; drivers that never do need not override. */
    default Outcome poll(OperationToken token) {
        return Outcome.Failed.of(FailureKind.UNSUPPORTED, "This driver answers at once, there is nothing to poll");
    }

    /** Gives up a change that was answered with {@link Outcome.Pending}, as far as the device allows. */
    default void cancel(OperationToken token) {}

    /**
     * Lets tombstones go, because nothing is on its way any more that could raise the dead. Load balancers that the
     * device has are left alone, and what cannot be done now is asked for again later.
     */
    default void forget(Collection<UUID> loadBalancerIds) {}

    /** All that carries our mark on the device, tombstones included. */
    Inventory list() throws DeviceReadException;

    /** One load balancer as it is on the device. */
    ObservedLoadBalancer observe(UUID loadBalancerId) throws DeviceReadException;

    /** Traffic counters of the listeners of these load balancers, in bulk. */
    StatsBatch stats(Collection<UUID> loadBalancerIds) throws DeviceReadException;

    /** Operating status of every object of these load balancers, in bulk. */
    HealthBatch health(Collection<UUID> loadBalancerIds) throws DeviceReadException;

    /** Ends the session with the device. What is configured stays. */
    @Override
    void close();
}
