package io.lbaas.plugin.keystone;

import io.lbaas.keystone.KeystoneSettings;
import io.lbaas.plugin.api.Tokens;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;

/** Keystone for the front ends. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TokensBean implements Tokens {

    @Inject
    private KeystoneSettings settings;

    @Inject
    private ValidTokens valid;

    @Override
    public Optional<URI> issuer() {
        return settings.publicUrl();
    }

    @Override
    public Optional<Owner> verify(String token) {
        return valid.owner(token);
    }
}
