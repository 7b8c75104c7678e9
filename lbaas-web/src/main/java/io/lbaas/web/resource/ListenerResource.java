package io.lbaas.web.resource;

import static io.lbaas.model.ObjectType.LISTENER;
import static io.lbaas.model.ObjectType.LOAD_BALANCER;

import io.lbaas.model.ListenerSpec;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Listeners;
import io.lbaas.plugin.api.New;
import io.lbaas.plugin.api.Statistics;
import io.lbaas.plugin.api.View;
import io.lbaas.web.rendering.Rendering;
import io.lbaas.web.schema.CreateRequest;
import io.lbaas.web.schema.RequestBody;
import io.lbaas.web.schema.Schemas;
import io.lbaas.web.security.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;

/** Listeners. */
@Path("v2/lbaas/listeners")
@ApplicationScoped
public class ListenerResource extends ObjectResource<View.OfListener> {

    @Inject
    private Listeners listeners;

    @Inject
    private Statistics statistics;

    public ListenerResource() {
        super(LISTENER);
    }

    @Override
    protected ResourceTable<UUID, View.OfListener> table(UriInfo uri) {
        return objects(Schemas.LISTENER, Rendering::listener)
                .create(this::create)
                .list(listeners::list)
                .show(listeners::show)
                .update(ListenerSpec.class, listeners::update)
                .delete(listeners::delete);
    }

    @GET
    @Path("{id}/stats")
    public JsonObject stats(@PathParam("id") String path) {
        UUID id = Ids.of(LISTENER, path);
        request().require(Permission.READ, LISTENER, id);
        return Answers.stats(statistics.ofListeners(List.of(id)));
    }

    private View.OfListener create(Caller caller, RequestBody body) {
        UUID loadBalancerId = body.as(CreateRequest.OfListener.class).loadbalancerId();
        New.OfListener listener = NewObjects.listener(body);
        request().require(Permission.WRITE, LOAD_BALANCER, loadBalancerId);
        body.requireSupported(() -> providers().of(LOAD_BALANCER, loadBalancerId));
        return listeners.create(caller, loadBalancerId, listener);
    }
}
