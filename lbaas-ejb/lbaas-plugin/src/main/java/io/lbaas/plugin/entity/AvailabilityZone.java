package io.lbaas.plugin.entity;

import io.lbaas.plugin.api.Catalog;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An availability zone. */
@Entity
@Table(name = "availability_zone")
public class AvailabilityZone extends Offer<Catalog.AvailabilityZoneSpec> {

    protected AvailabilityZone() {}

    public AvailabilityZone(UUID id, Catalog.AvailabilityZoneSpec spec, Instant now) {
        super(id, now);
        change(spec);
    }

    @Override
    public Catalog.AvailabilityZoneSpec spec() {
        return new Catalog.AvailabilityZoneSpec(name(), description(), enabled(), profileId());
    }

    @Override
    public final void change(Catalog.AvailabilityZoneSpec spec) {
        set(spec.name(), spec.description(), spec.enabled(), spec.availabilityZoneProfileId());
    }
}
