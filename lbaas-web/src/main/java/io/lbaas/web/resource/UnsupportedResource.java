package io.lbaas.web.resource;

import io.lbaas.plugin.api.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The resources of the specification that are not served yet, so that a client learns that it is not its mistake. */
@Path("v2/lbaas/{resource: quotas|providers|flavors|flavorprofiles|availabilityzones"
        + "|availabilityzoneprofiles}{rest: (/.*)?}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UnsupportedResource {

    @GET
    public void get(@PathParam("resource") String resource) {
        throw unsupported(resource);
    }

    @POST
    public void post(@PathParam("resource") String resource) {
        throw unsupported(resource);
    }

    @PUT
    public void put(@PathParam("resource") String resource) {
        throw unsupported(resource);
    }

    @DELETE
    public void delete(@PathParam("resource") String resource) {
        throw unsupported(resource);
    }

    private static Fault unsupported(String resource) {
        return new Fault(Fault.Kind.UNSUPPORTED, "The resource " + resource + " is not supported.");
    }
}
