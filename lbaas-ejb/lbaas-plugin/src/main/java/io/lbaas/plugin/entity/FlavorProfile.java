package io.lbaas.plugin.entity;

import io.lbaas.plugin.api.Catalog;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What flavors mean to a provider. */
@Entity
@Table(name = "flavor_profile")
public class FlavorProfile extends Profile<Catalog.FlavorProfileSpec> {

    protected FlavorProfile() {}

    public FlavorProfile(UUID id, Catalog.FlavorProfileSpec spec, Instant now) {
        super(id, now);
        change(spec);
    }

    @Override
    public Catalog.FlavorProfileSpec spec() {
        return new Catalog.FlavorProfileSpec(name(), providerName(), data());
    }

    @Override
    public final void change(Catalog.FlavorProfileSpec spec) {
        set(spec.name(), spec.providerName(), spec.flavorData());
    }
}
