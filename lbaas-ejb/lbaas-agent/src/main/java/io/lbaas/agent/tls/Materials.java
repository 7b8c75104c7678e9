package io.lbaas.agent.tls;

import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.TlsMaterial;
import io.lbaas.driver.spi.TlsMaterials;
import io.lbaas.keystone.ServiceSession;
import io.lbaas.message.Command;
import io.lbaas.model.TlsReference;
import io.lbaas.tls.TlsLocation;
import io.lbaas.tls.TlsLocation.Store;
import io.lbaas.tls.TlsSettings;
import io.lbaas.tls.barbican.Barbican;
import io.lbaas.tls.bundle.BundleReader;
import io.lbaas.tls.bundle.TlsBundle;
import io.lbaas.tls.bundle.UnusableTlsException;
import io.lbaas.tls.seal.Seal;
import io.lbaas.tls.seal.SealException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens what came sealed with a command, and fetches the rest from Barbican as the service user. */
@ApplicationScoped
public class Materials {
    private static final System.Logger LOG = System.getLogger(Materials.class.getName());
    private static final char[] NO_PASSWORD = {};

    private final TlsSettings settings;
    private final ServiceSession session;

    @Inject
    public Materials(TlsSettings settings, ServiceSession session) {
        this.settings = settings;
        this.session = session;
    }

    /** For the container's proxy. */
    protected Materials() {
        this(null, null);
    }

    /**
     * What the references of a command's tree stand for.
     *
     * @throws MaterialException where something cannot be had
     */
    public TlsMaterials of(Command command) throws MaterialException {
        List<TlsReference> references = command.desired().tlsReferences().toList();
        if (references.isEmpty()) {
            return TlsMaterials.NONE;
        }
        Map<String, TlsMaterial> materials = new HashMap<>();
        for (TlsReference reference : references) {
            materials.put(reference.location(), material(command, reference));
        }
        return new TlsMaterials(materials);
    }

    private TlsMaterial material(Command command, TlsReference reference) throws MaterialException {
        try {
            TlsBundle bundle = bundle(command, reference.location());
            if (!bundle.purposes().contains(reference.purpose())) {
                throw new UnusableTlsException("It holds no " + reference.purpose());
            }
            return bundle.material();
        } catch (UnusableTlsException e) {
            throw failed(FailureKind.INVALID, command, reference, e);
        } catch (IOException | SealException e) {
            throw failed(FailureKind.TRANSIENT, command, reference, e);
        }
    }

    private TlsBundle bundle(Command command, String location) throws UnusableTlsException, IOException, SealException {
        TlsLocation place = TlsLocation.of(location)
                .orElseThrow(() -> new UnusableTlsException("The reference means nothing that is known here"));
        if (place.store() == Store.OWN) {
            String sealed = command.sealed().get(location);
            if (sealed == null) {
                throw new UnusableTlsException("It is not in our own store");
            }
            String text = new Seal(set(settings.keyFile(), "lbaas.tls.key-file"))
                    .open(sealed, place.id().toString());
            return BundleReader.read(text.getBytes(StandardCharsets.US_ASCII), NO_PASSWORD);
        }
        return new Barbican(set(settings.barbican(), "lbaas.barbican.url"), settings.barbicanTimeout(), session::send)
                .fetch(place);
    }

    private static <T> T set(Optional<T> value, String property) throws IOException {
        return value.orElseThrow(() -> new IOException(property + " is not set"));
    }

    private static MaterialException failed(
            FailureKind kind, Command command, TlsReference reference, Exception cause) {
        LOG.log(System.Logger.Level.WARNING, "{0} cannot be used: {1}", reference.location(), cause);
        return new MaterialException(kind, command.desired(), reference.location(), cause);
    }
}
