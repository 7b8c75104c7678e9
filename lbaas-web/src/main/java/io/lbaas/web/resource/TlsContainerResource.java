package io.lbaas.web.resource;

import io.lbaas.plugin.api.TlsContainers;
import io.lbaas.plugin.api.TlsContainers.Container;
import io.lbaas.plugin.api.TlsContainers.Upload;
import io.lbaas.web.rendering.JsonOutput;
import io.lbaas.web.schema.Schemas;
import io.lbaas.web.security.CurrentRequest;
import io.lbaas.web.security.Permission;
import jakarta.enterprise.context.ApplicationScoped;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.UUID;
import java.util.stream.Stream;

/** Certificates, keys and revocation lists of tenants. They go in and never come out; listeners and pools refer to them. */
@Path(TlsContainerResource.PATH)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class TlsContainerResource {

    static final String PATH = "tls/v1/containers";

    @Inject
    private TlsContainers containers;

    @Inject
    private Idempotent idempotent;

    @Inject
    private CurrentRequest request;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Context UriInfo uri, @Context HttpHeaders headers, InputStream input) {
        return idempotent.once(headers, input, body -> create(uri, body));
    }

    private Response create(UriInfo uri, InputStream input) {
        Upload upload = Schemas.TLS_CONTAINER.creation(input).as(Upload.class);
        String project = request.projectOr(null);
        request.require(Permission.WRITE, project);
        Container created = containers.create(request.caller(), project, upload);
        return Response.status(Response.Status.CREATED)
                .entity(wrapped(created, uri))
                .build();
    }

    @GET
    public JsonObject list(@Context UriInfo uri) {
        Stream<JsonObject> found =
                containers.list(request.visibleProject()).stream().map(container -> render(container, uri));
        return JsonOutput.object()
                .add(Schemas.TLS_CONTAINER.plural(), JsonOutput.array(found))
                .build();
    }

    @GET
    @Path("{id}")
    public JsonObject show(@PathParam("id") String id, @Context UriInfo uri) {
        Container found = containers.show(id(id));
        request.require(Permission.READ, found.projectId());
        return wrapped(found, uri);
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject update(@PathParam("id") String path, InputStream input, @Context UriInfo uri) {
        Upload upload = Schemas.TLS_CONTAINER.update(input).as(Upload.class);
        UUID id = id(path);
        request.require(Permission.WRITE, containers.show(id).projectId());
        return wrapped(containers.replace(request.caller(), id, upload), uri);
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") String path) {
        UUID id = id(path);
        request.require(Permission.WRITE, containers.show(id).projectId());
        containers.delete(request.caller(), id);
    }

    private static JsonObject wrapped(Container container, UriInfo uri) {
        return JsonOutput.object()
                .add(Schemas.TLS_CONTAINER.singular(), render(container, uri))
                .build();
    }

    private static JsonObject render(Container container, UriInfo uri) {
        String reference = uri.getBaseUriBuilder()
                .path(PATH)
                .path(container.id().toString())
                .build()
                .toString();
        return JsonOutput.object(container).add("container_ref", reference).build();
    }

    private static UUID id(String given) {
        return Ids.of("TLS container", given);
    }
}
