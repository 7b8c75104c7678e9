package io.lbaas.web.resource;

import io.lbaas.plugin.api.Tokens;
import io.lbaas.web.rendering.JsonOutput;
import io.lbaas.web.security.CurrentRequest;
import io.lbaas.web.security.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * The little of an identity service that the command line client asks for where there is no Keystone: whether there is
 * a project. A project is no more than its id to us, so every one exists, and is called by its id.
 */
@Path("{version: (v3/)?}projects")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProjectResource {

    @Inject
    private Tokens tokens;

    @Inject
    private CurrentRequest request;

    @GET
    @Path("{id}")
    public JsonObject show(@PathParam("id") String id) {
        if (tokens.issuer().isPresent()) {
            throw new NotFoundException();
        }
        request.require(Permission.READ_QUOTA, id);
        return JsonOutput.object()
                .add(
                        "project",
                        JsonOutput.object().add("id", id).add("name", id).add("enabled", true))
                .build();
    }
}
