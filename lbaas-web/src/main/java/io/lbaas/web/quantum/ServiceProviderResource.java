package io.lbaas.web.quantum;

import io.lbaas.plugin.api.Inventory;
import io.lbaas.web.rendering.JsonOutput;
import io.lbaas.web.resource.Providers;
import io.lbaas.web.security.CurrentRequest;
import io.lbaas.web.security.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Stream;

/** The providers that a pool can ask for: those that have a device. */
@Path("v2/lbaas/service-providers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ServiceProviderResource {

    @Inject
    private Inventory inventory;

    @Inject
    private Providers providers;

    @Inject
    private CurrentRequest request;

    @GET
    public JsonObject list() {
        request.require(Permission.READ, request.projectOr(null));
        Stream<JsonObject> found = inventory.devices().stream()
                .map(device -> device.description().driver())
                .distinct()
                .sorted()
                .map(name -> JsonOutput.object()
                        .add("service_type", "LOADBALANCER")
                        .add("name", name)
                        .add("default", name.equals(providers.orDefault(null)))
                        .build());
        return JsonOutput.object()
                .add("service_providers", JsonOutput.array(found))
                .build();
    }
}
