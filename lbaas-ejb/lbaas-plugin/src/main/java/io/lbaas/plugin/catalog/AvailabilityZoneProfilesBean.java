package io.lbaas.plugin.catalog;

import io.lbaas.plugin.api.AvailabilityZoneProfiles;
import io.lbaas.plugin.api.Catalog;
import io.lbaas.plugin.entity.AvailabilityZoneProfile;
import io.lbaas.plugin.list.Sources;
import io.lbaas.plugin.place.Providers;
import jakarta.ejb.Stateless;

/** Availability zone profiles. */
@Stateless
public class AvailabilityZoneProfilesBean
        extends ProfilesBean<Catalog.AvailabilityZoneProfileSpec, AvailabilityZoneProfile>
        implements AvailabilityZoneProfiles {

    public AvailabilityZoneProfilesBean() {
        super(
                Sources.AVAILABILITY_ZONE_PROFILES,
                AvailabilityZoneProfile::new,
                "availability_zone_data",
                Sources.AVAILABILITY_ZONES,
                Providers::availabilityZoneKeys);
    }
}
