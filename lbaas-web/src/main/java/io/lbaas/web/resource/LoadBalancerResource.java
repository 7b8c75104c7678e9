package io.lbaas.web.resource;

import static io.lbaas.model.ObjectType.LOAD_BALANCER;

import io.lbaas.model.LoadBalancerSpec;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.LoadBalancers;
import io.lbaas.plugin.api.Statistics;
import io.lbaas.plugin.api.View;
import io.lbaas.web.binding.Constraints;
import io.lbaas.web.query.QueryFlag;
import io.lbaas.web.rendering.FullRendering;
import io.lbaas.web.rendering.Rendering;
import io.lbaas.web.rendering.StatusTree;
import io.lbaas.web.schema.CreateRequest;
import io.lbaas.web.schema.RequestBody;
import io.lbaas.web.schema.Schemas;
import io.lbaas.web.security.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Load balancers. */
@Path("v2/lbaas/loadbalancers")
@ApplicationScoped
public class LoadBalancerResource extends ObjectResource<View.OfLoadBalancer> {

    @Inject
    private LoadBalancers loadBalancers;

    @Inject
    private Statistics statistics;

    public LoadBalancerResource() {
        super(LOAD_BALANCER);
    }

    @Override
    protected ResourceTable<UUID, View.OfLoadBalancer> table(UriInfo uri) {
        return objects(Schemas.LOAD_BALANCER, Rendering::loadBalancer)
                .create(this::create, FullRendering::loadBalancer)
                .list(loadBalancers::list)
                .show(loadBalancers::show)
                .update(LoadBalancerSpec.class, loadBalancers::update)
                .delete((caller, id) -> loadBalancers.delete(caller, id, QueryFlag.of("cascade", uri)));
    }

    @GET
    @Path("{id}/{status: status|statuses}")
    public JsonObject status(@PathParam("id") String path) {
        UUID id = Ids.of(LOAD_BALANCER, path);
        request().require(Permission.READ, LOAD_BALANCER, id);
        return StatusTree.of(loadBalancers.tree(id));
    }

    @GET
    @Path("{id}/stats")
    public JsonObject stats(@PathParam("id") String path) {
        UUID id = Ids.of(LOAD_BALANCER, path);
        request().require(Permission.READ, LOAD_BALANCER, id);
        return Answers.stats(statistics.ofLoadBalancer(id));
    }

    @PUT
    @Path("{id}/failover")
    @APIResponse(responseCode = "202")
    public Response failOver(@PathParam("id") String path) {
        UUID id = Ids.of(LOAD_BALANCER, path);
        request().require(Permission.ADMIN, LOAD_BALANCER, id);
        loadBalancers.failOver(request().caller(), id);
        return Response.accepted().build();
    }

    private View.Tree create(Caller caller, RequestBody body) {
        CreateRequest.OfLoadBalancer wanted = Constraints.checked(body.as(CreateRequest.OfLoadBalancer.class));
        LoadBalancers.Create create = new LoadBalancers.Create(
                request().projectOr(wanted.projectId()),
                body.as(Labels.class),
                body.as(LoadBalancerSpec.class),
                new LoadBalancers.VipRequest(
                        wanted.vipSubnetId(),
                        wanted.vipNetworkId(),
                        wanted.vipPortId(),
                        wanted.vipAddress(),
                        wanted.additionalVips()),
                wanted.provider(),
                wanted.flavorId(),
                wanted.availabilityZone(),
                body.all("pools", NewObjects::definition),
                body.all("listeners", NewObjects::listener));
        request().require(Permission.WRITE, create.projectId());
        body.requireSupported(() -> providers().orDefault(wanted.provider()));
        return loadBalancers.create(caller, create);
    }
}
