package io.lbaas.web.resource;

import io.lbaas.web.rendering.JsonOutput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The root of the API, which names its version. */
@Path("v2/lbaas")
@ApplicationScoped
public class VersionResource {

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonValue version() {
        return JsonOutput.of("v2");
    }
}
