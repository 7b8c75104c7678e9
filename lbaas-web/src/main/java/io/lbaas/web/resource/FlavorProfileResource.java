package io.lbaas.web.resource;

import io.lbaas.plugin.api.Catalog.Entry;
import io.lbaas.plugin.api.Catalog.FlavorProfileSpec;
import io.lbaas.plugin.api.FlavorProfiles;
import io.lbaas.web.schema.Schemas;
import io.lbaas.web.security.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;

/** What flavors mean to providers. */
@Path("v2/lbaas/flavorprofiles")
@ApplicationScoped
public class FlavorProfileResource extends CatalogResource<FlavorProfileSpec> {

    @Inject
    private FlavorProfiles profiles;

    @Override
    protected ResourceTable<String, Entry<FlavorProfileSpec>> table(UriInfo uri) {
        return entries(Schemas.FLAVOR_PROFILE, FlavorProfileSpec.class, profiles, Permission.ADMIN);
    }
}
