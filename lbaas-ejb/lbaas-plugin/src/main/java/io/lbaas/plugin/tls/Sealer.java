package io.lbaas.plugin.tls;

import io.lbaas.plugin.api.Fault;
import io.lbaas.tls.TlsSettings;
import io.lbaas.tls.seal.Seal;
import io.lbaas.tls.seal.SealException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Seals what database and queues are to have as ciphertext only. */
@ApplicationScoped
public class Sealer {

    private static final Logger LOG = Logger.getLogger(Sealer.class.getName());

    private TlsSettings settings;

    protected Sealer() {}

    @Inject
    public Sealer(TlsSettings settings) {
        this.settings = settings;
    }

    /**
     * Seals a text, so that it can be opened as that of this object only.
     *
     * @throws Fault UNAVAILABLE where there is no key
     */
    public String close(String text, UUID owner) {
        Seal seal = new Seal(settings.keyFile()
                .orElseThrow(() -> Fault.unavailable("No keys are configured to seal secrets with.")));
        try {
            return seal.close(text, owner.toString());
        } catch (SealException e) {
            LOG.log(Level.SEVERE, "Secrets cannot be sealed", e);
            throw Fault.unavailable("Secrets cannot be sealed at the moment.");
        }
    }

    /** Seals each value of a map, as {@link #close(String, UUID)} does. */
    public Map<String, String> close(Map<String, String> texts, UUID owner) {
        Map<String, String> sealed = new HashMap<>();
        texts.forEach((key, text) -> sealed.put(key, close(text, owner)));
        return sealed;
    }
}
