package io.lbaas.web.resource;

import io.lbaas.web.rendering.JsonOutput;
import io.lbaas.web.security.CurrentRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

/** What a client asks before anything else: which versions there are and whether somebody is there. */
@Path("")
@ApplicationScoped
public class DiscoveryResource {

    @Inject
    private CurrentRequest request;

    /** The versions of the API. A client switches features on by the highest, so none is named before it is whole. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject versions() {
        String root = request.url().replaceFirst("/$", "");
        return JsonOutput.object()
                .add(
                        "versions",
                        JsonOutput.of(List.of(Map.of(
                                "id", "v2.0",
                                "status", "CURRENT",
                                "updated", "2016-12-11T00:00:00Z",
                                "links", List.of(Map.of("href", root + "/v2", "rel", "self"))))))
                .build();
    }

    @GET
    @Path("v2/lbaas")
    @Produces(MediaType.APPLICATION_JSON)
    public JsonValue version() {
        return JsonOutput.of("v2");
    }

    /** Empty: that it comes at all is the answer. */
    @GET
    @Path("healthcheck")
    @Produces(MediaType.TEXT_PLAIN)
    public String healthcheck() {
        return "";
    }
}
