package io.lbaas.agent.device;

import io.lbaas.driver.spi.DriverConnectionFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Finds drivers in JNDI: those of this application first, then those that an operator deployed on their own. */
@ApplicationScoped
public class DriverRegistry implements Drivers {
    private static final System.Logger LOG = System.getLogger(DriverRegistry.class.getName());
    private static final List<String> PREFIXES = List.of("java:app/lbaas/driver/", "lbaas/driver/");
    /** A driver's name comes in a message; nothing else in JNDI is to be reached by it. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private final Map<String, DriverConnectionFactory> found = new ConcurrentHashMap<>();

    @Override
    public Optional<DriverConnectionFactory> find(String name) {
        DriverConnectionFactory known = found.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<DriverConnectionFactory> driver = NAME.matcher(name).matches()
                ? PREFIXES.stream()
                        .flatMap(prefix -> lookUp(prefix + name).stream())
                        .findFirst()
                : Optional.empty();
        driver.ifPresent(factory -> found.put(name, factory));
        return driver;
    }

    /** The server's own directory, under fixed prefixes; {@link #NAME} keeps addresses of others out. */
    @SuppressWarnings("BanJNDI")
    private static Optional<DriverConnectionFactory> lookUp(String name) {
        try {
            return Optional.of(InitialContext.<DriverConnectionFactory>doLookup(name));
        } catch (NamingException e) {
            // Payara wraps a missing name in a general exception, so that one cannot tell it from a broken driver.
            LOG.log(System.Logger.Level.DEBUG, "No driver " + name, e);
            return Optional.empty();
        }
    }
}
