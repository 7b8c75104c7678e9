package io.lbaas.plugin.tls;

import io.lbaas.keystone.ServiceSession;
import io.lbaas.model.TlsReference;
import io.lbaas.model.TlsReference.Purpose;
import io.lbaas.plugin.api.Caller;
import io.lbaas.tls.TlsLocation;
import io.lbaas.tls.TlsLocation.Store;
import io.lbaas.tls.TlsSettings;
import io.lbaas.tls.barbican.Barbican;
import io.lbaas.tls.bundle.TlsBundle;
import io.lbaas.tls.bundle.TlsSummary;
import io.lbaas.tls.bundle.UnusableTlsException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * What a caller's references to Barbican are good for: asked for with the caller's own token, once in a request, and
 * before the request's transaction begins, because Barbican may be slow.
 */
@RequestScoped
public class OutsideReferences {

    private static final Logger LOG = Logger.getLogger(OutsideReferences.class.getName());

    private final Map<TlsLocation, Set<Purpose>> known = new HashMap<>();

    @Inject
    private TlsSettings settings;

    @Inject
    private ServiceSession session;

    /** Whether there is a Barbican at all. */
    public boolean possible() {
        return settings.barbican().isPresent();
    }

    /** Asks for what will be checked later. */
    public void prepare(Caller caller, Stream<TlsReference> references) {
        references
                .flatMap(reference -> TlsLocation.of(reference.location()).stream())
                .filter(location -> location.store() != Store.OWN)
                .forEach(location -> purposes(caller, location));
    }

    /** What can be done with the material at a place; nothing where the caller cannot have it. */
    Set<Purpose> purposes(Caller caller, TlsLocation location) {
        return known.computeIfAbsent(
                location, place -> fetch(caller, place).map(TlsBundle::purposes).orElse(Set.of()));
    }

    private Optional<TlsBundle> fetch(Caller caller, TlsLocation location) {
        if (!possible() || caller.token() == null) {
            return Optional.empty();
        }
        try {
            TlsBundle bundle = new Barbican(
                            settings.barbican().orElseThrow(),
                            settings.barbicanTimeout(),
                            (request, handler) -> session.send(request, caller.token(), handler))
                    .fetch(location);
            if (TlsSummary.of(bundle).expired(Instant.now())) {
                LOG.log(Level.WARNING, "A certificate has expired: {0}", location);
            }
            return Optional.of(bundle);
        } catch (UnusableTlsException | IOException e) {
            LOG.log(Level.INFO, "{0} cannot be used: {1}", new Object[] {location, e.getMessage()});
            return Optional.empty();
        }
    }
}
