package io.lbaas.web.resource;

import io.lbaas.web.security.CurrentRequest;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;

/**
 * The methods of a resource at a path. A subclass has the path, is application scoped, and says in a table what kind of
 * resource is there.
 *
 * @param <K> what the path names a resource by
 * @param <V> what the plugin shows of one
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class CrudResource<K, V> {

    @Inject
    private Crud crud;

    @Inject
    private Providers providers;

    @Inject
    private CurrentRequest request;

    /**
     * The kind of resource.
     *
     * @param uri what a table depends on where paths lead through a parent, or where functions have options
     */
    protected abstract ResourceTable<K, V> table(UriInfo uri);

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Context UriInfo uri, @Context HttpHeaders headers, InputStream input) {
        return crud.create(table(uri), input, headers);
    }

    @GET
    public JsonObject list(@Context UriInfo uri) {
        return crud.list(table(uri), uri);
    }

    @GET
    @Path("{id}")
    public Response show(
            @Context UriInfo uri,
            @Context Request conditional,
            @Context HttpHeaders headers,
            @PathParam("id") String path,
            @QueryParam("fields") List<String> fields) {
        return crud.show(table(uri), path, fields, new Conditions(conditional, headers));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response update(
            @Context UriInfo uri,
            @Context Request conditional,
            @Context HttpHeaders headers,
            @PathParam("id") String path,
            InputStream input) {
        return crud.update(table(uri), path, input, new Conditions(conditional, headers));
    }

    @DELETE
    @Path("{id}")
    public Response delete(
            @Context UriInfo uri,
            @Context Request conditional,
            @Context HttpHeaders headers,
            @PathParam("id") String path) {
        return crud.delete(table(uri), path, new Conditions(conditional, headers));
    }

    /** Does the work of a request, unless it is the repetition of one. */
    protected Response once(HttpHeaders headers, InputStream input, Function<InputStream, Response> work) {
        return crud.once(headers, input, work);
    }

    /** The request at hand. */
    protected CurrentRequest request() {
        return request;
    }

    /** The providers that load balancers are with. */
    protected Providers providers() {
        return providers;
    }
}
