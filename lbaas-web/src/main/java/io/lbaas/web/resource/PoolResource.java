package io.lbaas.web.resource;

import static io.lbaas.model.ObjectType.LISTENER;
import static io.lbaas.model.ObjectType.LOAD_BALANCER;
import static io.lbaas.model.ObjectType.POOL;

import io.lbaas.model.PoolSpec;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.New;
import io.lbaas.plugin.api.Pools;
import io.lbaas.plugin.api.View;
import io.lbaas.web.rendering.Rendering;
import io.lbaas.web.schema.CreateRequest;
import io.lbaas.web.schema.RequestBody;
import io.lbaas.web.schema.Schemas;
import io.lbaas.web.security.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** Pools. */
@Path("v2/lbaas/pools")
@ApplicationScoped
public class PoolResource extends ObjectResource<View.OfPool> {

    @Inject
    private Pools pools;

    public PoolResource() {
        super(POOL);
    }

    @Override
    protected ResourceTable<UUID, View.OfPool> table(UriInfo uri) {
        return objects(Schemas.POOL, Rendering::pool)
                .create(this::create)
                .list(pools::list)
                .show(pools::show)
                .update(PoolSpec.class, pools::update)
                .delete(pools::delete);
    }

    private View.OfPool create(Caller caller, RequestBody body) {
        CreateRequest.OfPool parent = body.as(CreateRequest.OfPool.class);
        New.OfPool pool = NewObjects.pool(body);
        requireParents(parent);
        body.requireSupported(() -> provider(parent));
        return pools.create(caller, parent.loadbalancerId(), parent.listenerId(), pool);
    }

    private void requireParents(CreateRequest.OfPool parent) {
        if (parent.loadbalancerId() == null && parent.listenerId() == null) {
            throw Fault.validation("Must provide at least one of: loadbalancer_id, listener_id");
        }
        if (parent.loadbalancerId() != null) {
            request().require(Permission.WRITE, LOAD_BALANCER, parent.loadbalancerId());
        }
        if (parent.listenerId() != null) {
            request().require(Permission.WRITE, LISTENER, parent.listenerId());
        }
    }

    private String provider(CreateRequest.OfPool parent) {
        return parent.loadbalancerId() == null
                ? providers().of(LISTENER, parent.listenerId())
                : providers().of(LOAD_BALANCER, parent.loadbalancerId());
    }
}
