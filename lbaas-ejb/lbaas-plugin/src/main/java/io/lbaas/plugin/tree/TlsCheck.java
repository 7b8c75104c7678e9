package io.lbaas.plugin.tree;

import io.lbaas.model.TlsReference;
import java.util.stream.Stream;

/** Finds out whether TLS material can be used by the load balancer that is to refer to it. */
@FunctionalInterface
public interface TlsCheck {

    /**
     * Checks references that are new.
     *
     * @throws io.lbaas.plugin.api.Fault INVALID where one cannot be used for its purpose
     */
    void check(Stream<TlsReference> references);
}
