package io.lbaas.plugin.entity;

import io.lbaas.plugin.api.Catalog;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What availability zones mean to a provider. */
@Entity
@Table(name = "availability_zone_profile")
public class AvailabilityZoneProfile extends Profile<Catalog.AvailabilityZoneProfileSpec> {

    protected AvailabilityZoneProfile() {}

    public AvailabilityZoneProfile(UUID id, Catalog.AvailabilityZoneProfileSpec spec, Instant now) {
        super(id, now);
        change(spec);
    }

    @Override
    public Catalog.AvailabilityZoneProfileSpec spec() {
        return new Catalog.AvailabilityZoneProfileSpec(name(), providerName(), data());
    }

    @Override
    public final void change(Catalog.AvailabilityZoneProfileSpec spec) {
        set(spec.name(), spec.providerName(), spec.availabilityZoneData());
    }
}
