package io.lbaas.plugin.catalog;

import io.lbaas.plugin.api.Catalog;
import io.lbaas.plugin.api.FlavorProfiles;
import io.lbaas.plugin.entity.FlavorProfile;
import io.lbaas.plugin.list.Sources;
import io.lbaas.plugin.place.Providers;
import jakarta.ejb.Stateless;

/** Flavor profiles. */
@Stateless
public class FlavorProfilesBean extends ProfilesBean<Catalog.FlavorProfileSpec, FlavorProfile>
        implements FlavorProfiles {

    public FlavorProfilesBean() {
        super(Sources.FLAVOR_PROFILES, FlavorProfile::new, "flavor_data", Sources.FLAVORS, Providers::flavorKeys);
    }
}
