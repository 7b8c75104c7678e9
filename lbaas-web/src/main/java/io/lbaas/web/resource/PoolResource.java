package io.lbaas.web.resource;

import static io.lbaas.model.ObjectType.LISTENER;
import static io.lbaas.model.ObjectType.LOAD_BALANCER;
import static io.lbaas.model.ObjectType.POOL;

import io.lbaas.model.PoolSpec;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.api.Pools;
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

/** Pools. */
@Path("v2/lbaas/pools")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PoolResource {

    @Inject
    private Pools pools;

    @Inject
    private Providers providers;

    @Inject
    private CurrentRequest request;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(InputStream input) {
        RequestBody body = Schemas.POOL.creation(input);
        CreateRequest.OfPool parent = body.as(CreateRequest.OfPool.class);
        Labels labels = body.as(Labels.class);
        PoolSpec spec = body.as(PoolSpec.class);
        requireParents(parent);
        body.requireSupported(() -> provider(parent));
        View.OfPool created =
                pools.create(request.caller(), parent.loadbalancerId(), parent.listenerId(), labels, spec);
        return Answers.created(Schemas.POOL, Rendering.pool(created));
    }

    @GET
    public JsonObject list(@Context UriInfo uri) {
        ListRequest list = ListRequest.of(uri.getQueryParameters());
        List<View.OfPool> found = pools.list(request.visible(list));
        return Answers.listed(Schemas.POOL, found, Rendering::pool, list, request, uri);
    }

    @GET
    @Path("{id}")
    public JsonObject show(@PathParam("id") String id, @QueryParam("fields") List<String> fields) {
        View.OfPool found = pools.show(Ids.of(POOL, id));
        request.require(Permission.READ, found.state().projectId());
        return Answers.shown(Schemas.POOL, Rendering.pool(found), fields);
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject update(@PathParam("id") String path, InputStream input) {
        RequestBody body = Schemas.POOL.update(input);
        Patch<PoolSpec> patch = body.patch(PoolSpec.class);
        UUID id = Ids.of(POOL, path);
        request.require(Permission.WRITE, POOL, id);
        body.requireSupported(() -> providers.ofPool(id));
        View.OfPool updated = pools.update(request.caller(), id, patch);
        return Answers.updated(Schemas.POOL, Rendering.pool(updated));
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") String path) {
        UUID id = Ids.of(POOL, path);
        request.require(Permission.WRITE, POOL, id);
        pools.delete(request.caller(), id);
    }

    private void requireParents(CreateRequest.OfPool parent) {
        if (parent.loadbalancerId() == null && parent.listenerId() == null) {
            throw Fault.validation("Must provide at least one of: loadbalancer_id, listener_id");
        }
        if (parent.loadbalancerId() != null) {
            request.require(Permission.WRITE, LOAD_BALANCER, parent.loadbalancerId());
        }
        if (parent.listenerId() != null) {
            request.require(Permission.WRITE, LISTENER, parent.listenerId());
        }
    }

    private String provider(CreateRequest.OfPool parent) {
        return parent.loadbalancerId() == null
                ? providers.ofListener(parent.listenerId())
                : providers.ofLoadBalancer(parent.loadbalancerId());
    }
}
