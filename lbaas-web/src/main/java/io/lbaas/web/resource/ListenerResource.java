package io.lbaas.web.resource;

import static io.lbaas.model.ObjectType.LISTENER;
import static io.lbaas.model.ObjectType.LOAD_BALANCER;

import io.lbaas.model.ListenerSpec;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.Listeners;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.api.View;
import io.lbaas.web.query.ListRequest;
import io.lbaas.web.rendering.Rendering;
import io.lbaas.web.schema.CreateRequest;
import io.lbaas.web.schema.RequestBody;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/** Listeners. */
@Path("v2/lbaas/listeners")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ListenerResource {

    @Inject
    private Listeners listeners;

    @Inject
    private Providers providers;

    @Inject
    private CurrentRequest request;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(InputStream input) {
        RequestBody body = Schemas.LISTENER.creation(input);
        UUID loadBalancerId = body.as(CreateRequest.OfListener.class).loadbalancerId();
        Labels labels = body.as(Labels.class);
        ListenerSpec spec = body.as(ListenerSpec.class);
        request.require(Permission.WRITE, LOAD_BALANCER, loadBalancerId);
        body.requireSupported(() -> providers.ofLoadBalancer(loadBalancerId));
        View.OfListener created = listeners.create(request.caller(), loadBalancerId, labels, spec);
        return Answers.created(Schemas.LISTENER, Rendering.listener(created));
    }

    @GET
    public JsonObject list(@Context UriInfo uri) {
        ListRequest list = ListRequest.of(uri.getQueryParameters());
        List<View.OfListener> found = listeners.list(request.visible(list));
        return Answers.listed(Schemas.LISTENER, found, Rendering::listener, list, request, uri);
    }

    @GET
    @Path("{id}")
    public JsonObject show(@PathParam("id") String id, @QueryParam("fields") List<String> fields) {
        View.OfListener found = listeners.show(Ids.of(LISTENER, id));
        request.require(Permission.READ, found.state().projectId());
        return Answers.shown(Schemas.LISTENER, Rendering.listener(found), fields);
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject update(@PathParam("id") String path, InputStream input) {
        RequestBody body = Schemas.LISTENER.update(input);
        Patch<ListenerSpec> patch = body.patch(ListenerSpec.class);
        UUID id = Ids.of(LISTENER, path);
        request.require(Permission.WRITE, LISTENER, id);
        body.requireSupported(() -> providers.ofListener(id));
        View.OfListener updated = listeners.update(request.caller(), id, patch);
        return Answers.updated(Schemas.LISTENER, Rendering.listener(updated));
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") String path) {
        UUID id = Ids.of(LISTENER, path);
        request.require(Permission.WRITE, LISTENER, id);
        listeners.delete(request.caller(), id);
    }
}
