package io.lbaas.web.resource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** What was done and how far each change came. Not part of the OpenStack API. */
@Path("v2/lbaas/operations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class OperationResource {

    @Inject
    private OperationLists operations;

    @GET
    public JsonObject list(@Context UriInfo uri) {
        return operations.all(uri);
    }
}
