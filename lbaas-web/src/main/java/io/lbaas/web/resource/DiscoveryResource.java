package io.lbaas.web.resource;

import io.lbaas.web.rendering.JsonOutput;
import io.lbaas.web.security.CurrentRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What a client asks before anything else: which versions there are and whether somebody is there. */
@Path("")
@ApplicationScoped
public class DiscoveryResource {

    @Inject
    private CurrentRequest request;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject versions() {
        String root = request.url().replaceFirst("/$", "");
        return JsonOutput.object().add("versions", ApiVersion.document(root)).build();
    }

    /** Empty: that it comes at all is the answer. */
    @GET
    @Path("healthcheck")
    @Produces(MediaType.TEXT_PLAIN)
    public String healthcheck() {
        return "";
    }
}
