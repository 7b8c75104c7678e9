package io.lbaas.web.resource;

import io.lbaas.plugin.api.ProviderCatalog;
import io.lbaas.plugin.api.ProviderCatalog.Item;
import io.lbaas.web.query.ListRequest;
import io.lbaas.web.rendering.CatalogRendering;
import io.lbaas.web.rendering.Fields;
import io.lbaas.web.rendering.JsonOutput;
import io.lbaas.web.security.CurrentRequest;
import io.lbaas.web.security.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Stream;

/** The providers, and the keys that their profiles may have. There are few of them, so that they come in one page. */
@Path("v2/lbaas/providers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProviderResource {

    @Inject
    private ProviderCatalog catalog;

    @Inject
    private CurrentRequest request;

    @GET
    public JsonObject list(@Context UriInfo uri) {
        request.require(Permission.READ);
        return listed("providers", catalog.providers(), uri);
    }

    @GET
    @Path("{provider}/flavor_capabilities")
    public JsonObject flavorKeys(@PathParam("provider") String provider, @Context UriInfo uri) {
        request.require(Permission.ADMIN);
        return listed("flavor_capabilities", catalog.flavorKeys(provider), uri);
    }

    @GET
    @Path("{provider}/availability_zone_capabilities")
    public JsonObject availabilityZoneKeys(@PathParam("provider") String provider, @Context UriInfo uri) {
        request.require(Permission.ADMIN);
        return listed("availability_zone_capabilities", catalog.availabilityZoneKeys(provider), uri);
    }

    private static JsonObject listed(String plural, List<Item> items, UriInfo uri) {
        ListRequest list = ListRequest.of(uri.getQueryParameters());
        Stream<JsonObject> found = items.stream()
                .filter(item -> list.filters().getOrDefault("name", item.name()).equals(item.name()))
                .filter(item -> list.filters()
                        .getOrDefault("description", item.description())
                        .equals(item.description()))
                .map(item -> Fields.select(CatalogRendering.item(item), list.fields()));
        return JsonOutput.object().add(plural, JsonOutput.array(found)).build();
    }
}
