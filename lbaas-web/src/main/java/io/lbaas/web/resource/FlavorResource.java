package io.lbaas.web.resource;

import io.lbaas.plugin.api.Catalog.Entry;
import io.lbaas.plugin.api.Catalog.FlavorSpec;
import io.lbaas.plugin.api.Flavors;
import io.lbaas.web.schema.Schemas;
import io.lbaas.web.security.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;

/** Flavors. */
@Path("v2/lbaas/flavors")
@ApplicationScoped
public class FlavorResource extends CatalogResource<FlavorSpec> {

    @Inject
    private Flavors flavors;

    @Override
    protected ResourceTable<String, Entry<FlavorSpec>> table(UriInfo uri) {
        return entries(Schemas.FLAVOR, FlavorSpec.class, flavors, Permission.READ);
    }
}
