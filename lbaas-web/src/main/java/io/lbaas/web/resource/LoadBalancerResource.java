package io.lbaas.web.resource;

import static io.lbaas.model.ObjectType.LOAD_BALANCER;

import io.lbaas.model.LoadBalancerSpec;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.LoadBalancers;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.api.View;
import io.lbaas.web.binding.Constraints;
import io.lbaas.web.query.ListRequest;
import io.lbaas.web.query.QueryFlag;
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
import jakarta.ws.rs.DefaultValue;
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

/** Load balancers. */
@Path("v2/lbaas/loadbalancers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class LoadBalancerResource {

    @Inject
    private LoadBalancers loadBalancers;

    @Inject
    private Providers providers;

    @Inject
    private CurrentRequest request;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(InputStream input) {
        RequestBody body = Schemas.LOAD_BALANCER.creation(input);
        CreateRequest.OfLoadBalancer wanted = Constraints.checked(body.as(CreateRequest.OfLoadBalancer.class));
        LoadBalancers.Create create = new LoadBalancers.Create(
                request.projectOr(wanted.projectId()),
                body.as(Labels.class),
                body.as(LoadBalancerSpec.class),
                new LoadBalancers.VipRequest(
                        wanted.vipSubnetId(), wanted.vipNetworkId(), wanted.vipPortId(), wanted.vipAddress()),
                wanted.provider());
        request.require(Permission.WRITE, create.projectId());
        body.requireSupported(() -> providers.orDefault(wanted.provider()));
        View.OfLoadBalancer created = loadBalancers.create(request.caller(), create);
        return Answers.created(Schemas.LOAD_BALANCER, Rendering.loadBalancer(created));
    }

    @GET
    public JsonObject list(@Context UriInfo uri) {
        ListRequest list = ListRequest.of(uri.getQueryParameters());
        List<View.OfLoadBalancer> found = loadBalancers.list(request.visible(list));
        return Answers.listed(Schemas.LOAD_BALANCER, found, Rendering::loadBalancer, list, request, uri);
    }

    @GET
    @Path("{id}")
    public JsonObject show(@PathParam("id") String id, @QueryParam("fields") List<String> fields) {
        View.OfLoadBalancer found = loadBalancers.show(Ids.of(LOAD_BALANCER, id));
        request.require(Permission.READ, found.state().projectId());
        return Answers.shown(Schemas.LOAD_BALANCER, Rendering.loadBalancer(found), fields);
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject update(@PathParam("id") String path, InputStream input) {
        RequestBody body = Schemas.LOAD_BALANCER.update(input);
        Patch<LoadBalancerSpec> patch = body.patch(LoadBalancerSpec.class);
        UUID id = Ids.of(LOAD_BALANCER, path);
        request.require(Permission.WRITE, LOAD_BALANCER, id);
        body.requireSupported(() -> providers.ofLoadBalancer(id));
        View.OfLoadBalancer updated = loadBalancers.update(request.caller(), id, patch);
        return Answers.updated(Schemas.LOAD_BALANCER, Rendering.loadBalancer(updated));
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") String path, @QueryParam("cascade") @DefaultValue("false") String cascade) {
        UUID id = Ids.of(LOAD_BALANCER, path);
        request.require(Permission.WRITE, LOAD_BALANCER, id);
        loadBalancers.delete(request.caller(), id, QueryFlag.of("cascade", cascade));
    }
}
