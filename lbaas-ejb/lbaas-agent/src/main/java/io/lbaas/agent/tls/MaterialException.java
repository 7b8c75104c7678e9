package io.lbaas.agent.tls;

import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StateAfter;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.model.TlsReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Material that could not be had, so that nothing was changed on the device. */
public class MaterialException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Outcome.Failed failure;

    /** A failure of that kind, for which the objects that refer to the material are blamed. */
    MaterialException(FailureKind kind, DesiredLoadBalancer tree, String location, Throwable cause) {
        super("Could not retrieve certificate: [" + location + "]", cause);
        failure = new Outcome.Failed(kind, "", getMessage(), blamed(tree, location), StateAfter.UNCHANGED);
    }

    public Outcome.Failed failure() {
        return failure;
    }

    private Map<ObjectRef, String> blamed(DesiredLoadBalancer tree, String location) {
        Map<ObjectRef, String> blamed = new LinkedHashMap<>();
        tree.listeners().stream()
                .filter(listener -> refers(listener.spec().tls().references(), location))
                .forEach(listener -> blamed.put(new ObjectRef(ObjectType.LISTENER, listener.id()), getMessage()));
        tree.pools().stream()
                .filter(pool -> refers(pool.spec().tls().references(), location))
                .forEach(pool -> blamed.put(new ObjectRef(ObjectType.POOL, pool.id()), getMessage()));
        return blamed;
    }

    private static boolean refers(Stream<TlsReference> references, String location) {
        return references.anyMatch(reference -> reference.location().equals(location));
    }
}
