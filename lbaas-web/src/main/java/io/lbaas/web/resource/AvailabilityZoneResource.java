package io.lbaas.web.resource;

import io.lbaas.plugin.api.AvailabilityZones;
import io.lbaas.plugin.api.Catalog.AvailabilityZoneSpec;
import io.lbaas.plugin.api.Catalog.Entry;
import io.lbaas.web.rendering.CatalogRendering;
import io.lbaas.web.schema.Schemas;
import io.lbaas.web.security.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;

/** Availability zones. */
@Path("v2/lbaas/availabilityzones")
@ApplicationScoped
public class AvailabilityZoneResource extends CatalogResource<AvailabilityZoneSpec> {

    @Inject
    private AvailabilityZones zones;

    @Override
    protected ResourceTable<String, Entry<AvailabilityZoneSpec>> table(UriInfo uri) {
        return entries(
                Schemas.AVAILABILITY_ZONE, AvailabilityZoneSpec.class, zones, Permission.READ, CatalogRendering::named);
    }
}
