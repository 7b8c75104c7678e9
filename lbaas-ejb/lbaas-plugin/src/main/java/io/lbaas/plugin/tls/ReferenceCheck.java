package io.lbaas.plugin.tls;

import io.lbaas.model.TlsReference;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.store.TlsContainerRows;
import io.lbaas.plugin.tree.TlsCheck;
import io.lbaas.tls.TlsLocation;
import io.lbaas.tls.TlsLocation.Store;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks what a caller refers to. Our own containers must be the load balancer's project's, and nobody can take them
 * away until the transaction ends.
 */
public final class ReferenceCheck implements TlsCheck {

    private final TlsContainerRows containers;
    private final OutsideReferences outside;
    private final Caller caller;
    private final String projectId;

    public ReferenceCheck(TlsContainerRows containers, OutsideReferences outside, Caller caller, String projectId) {
        this.containers = containers;
        this.outside = outside;
        this.caller = caller;
        this.projectId = projectId;
    }

    @Override
    public void check(Stream<TlsReference> references) {
        List<String> unusable = references
                .filter(reference -> !usable(reference))
                .map(TlsReference::location)
                .distinct()
                .toList();
        if (!unusable.isEmpty()) {
            throw Fault.invalid("Could not retrieve certificate: " + unusable);
        }
    }

    private boolean usable(TlsReference reference) {
        return TlsLocation.of(reference.location())
                .filter(location -> location.store() == Store.OWN
                        ? containers.hold(List.of(location.id()), projectId).stream()
                                .anyMatch(found -> found.summary().purposes().contains(reference.purpose()))
                        : outside.purposes(caller, location).contains(reference.purpose()))
                .isPresent();
    }
}
