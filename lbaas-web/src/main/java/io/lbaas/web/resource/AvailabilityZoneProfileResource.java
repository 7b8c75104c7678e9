package io.lbaas.web.resource;

import io.lbaas.plugin.api.AvailabilityZoneProfiles;
import io.lbaas.plugin.api.Catalog.AvailabilityZoneProfileSpec;
import io.lbaas.plugin.api.Catalog.Entry;
import io.lbaas.web.schema.Schemas;
import io.lbaas.web.security.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;

/** What availability zones mean to providers. */
@Path("v2/lbaas/availabilityzoneprofiles")
@ApplicationScoped
public class AvailabilityZoneProfileResource extends CatalogResource<AvailabilityZoneProfileSpec> {

    @Inject
    private AvailabilityZoneProfiles profiles;

    @Override
    protected ResourceTable<String, Entry<AvailabilityZoneProfileSpec>> table(UriInfo uri) {
        return entries(
                Schemas.AVAILABILITY_ZONE_PROFILE, AvailabilityZoneProfileSpec.class, profiles, Permission.ADMIN);
    }
}
