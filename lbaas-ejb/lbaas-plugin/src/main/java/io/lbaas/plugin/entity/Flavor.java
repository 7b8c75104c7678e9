package io.lbaas.plugin.entity;

import io.lbaas.plugin.api.Catalog;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/** A flavor. */
@Entity
public class Flavor extends Offer<Catalog.FlavorSpec> {

    protected Flavor() {}

    public Flavor(UUID id, Catalog.FlavorSpec spec, Instant now) {
        super(id, now);
        change(spec);
    }

    @Override
    public Catalog.FlavorSpec spec() {
        return new Catalog.FlavorSpec(name(), description(), enabled(), profileId());
    }

    @Override
    public final void change(Catalog.FlavorSpec spec) {
        set(spec.name(), spec.description(), spec.enabled(), spec.flavorProfileId());
    }
}
