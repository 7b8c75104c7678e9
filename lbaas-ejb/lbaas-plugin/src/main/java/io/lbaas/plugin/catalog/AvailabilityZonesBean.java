package io.lbaas.plugin.catalog;

import io.lbaas.plugin.api.AvailabilityZones;
import io.lbaas.plugin.api.Catalog;
import io.lbaas.plugin.entity.AvailabilityZone;
import io.lbaas.plugin.list.Sources;
import jakarta.ejb.Stateless;

/** Availability zones. */
@Stateless
public class AvailabilityZonesBean extends OffersBean<Catalog.AvailabilityZoneSpec, AvailabilityZone>
        implements AvailabilityZones {

    public AvailabilityZonesBean() {
        super(Sources.AVAILABILITY_ZONES, AvailabilityZone::new, Sources.AVAILABILITY_ZONE_PROFILES);
    }
}
