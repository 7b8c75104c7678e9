package io.lbaas.driver.noop;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** What a device with nothing behind it has for a memory. */
interface Store {

    /** What is kept of a load balancer; {@link Remembered#NOTHING} for an unknown one. */
    Remembered get(UUID loadBalancerId);

    void put(UUID loadBalancerId, Remembered remembered);

    /** Writes something without its being in force, as whoever is killed in the middle does. */
    void breakOff(UUID loadBalancerId, Remembered remembered);

    void forget(UUID loadBalancerId);

    Map<UUID, Remembered> all();

    /** Does the work while nobody else changes the device. */
    <T> T exclusively(Supplier<T> work);
}
