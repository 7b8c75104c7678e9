package io.lbaas.plugin.entity;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;

/**
 * What an offer means to a provider.
 *
 * @param <S> what is said of it
 */
@MappedSuperclass
public abstract class Profile<S> extends CatalogEntry<S> {

    @Column(name = "provider_name")
    private String providerName;

    /** A JSON object, as it was given. */
    private String data;

    protected Profile() {}

    protected Profile(UUID id, Instant now) {
        super(id, now);
    }

    public String providerName() {
        return providerName;
    }

    public String data() {
        return data;
    }

    protected void set(String name, String provider, String json) {
        name(name);
        providerName = provider;
        data = json;
    }
}
