package io.lbaas.plugin.tls;

import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.TlsReference;
import io.lbaas.plugin.entity.TlsContainer;
import io.lbaas.plugin.store.TlsContainerRows;
import io.lbaas.tls.TlsLocation;
import io.lbaas.tls.TlsLocation.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What of our own store a command takes along. */
@ApplicationScoped
public class SealedMaterials {

    @Inject
    private TlsContainerRows containers;

    /** The ciphertext behind the references of a tree, by reference; those to other stores are left out. */
    public Map<String, String> of(DesiredLoadBalancer desired, String projectId) {
        Map<String, UUID> own = new HashMap<>();
        desired.tlsReferences().map(TlsReference::location).forEach(reference -> TlsLocation.of(reference)
                .filter(location -> location.store() == Store.OWN)
                .ifPresent(location -> own.put(reference, location.id())));
        Map<UUID, TlsContainer> found = containers.hold(Set.copyOf(own.values()), projectId).stream()
                .collect(Collectors.toMap(TlsContainer::id, Function.identity()));
        return own.entrySet().stream()
                .filter(reference -> found.containsKey(reference.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, reference -> found.get(reference.getValue())
                        .sealed()));
    }
}
