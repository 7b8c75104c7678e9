package io.lbaas.agent.device;

import io.lbaas.driver.spi.DriverConnectionFactory;
import java.util.Optional;

/** The drivers that were deployed beside this agent. */
@FunctionalInterface
public interface Drivers {

    /** The driver of that name, or nothing where this agent has none. */
    Optional<DriverConnectionFactory> find(String name);
}
