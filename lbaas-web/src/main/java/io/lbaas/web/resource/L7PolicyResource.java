package io.lbaas.web.resource;

import static io.lbaas.model.ObjectType.L7_POLICY;
import static io.lbaas.model.ObjectType.LISTENER;

import io.lbaas.model.L7PolicySpec;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.L7Policies;
import io.lbaas.plugin.api.New;
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

/** L7 policies. */
@Path("v2/lbaas/l7policies")
@ApplicationScoped
public class L7PolicyResource extends ObjectResource<View.OfL7Policy> {

    @Inject
    private L7Policies policies;

    public L7PolicyResource() {
        super(L7_POLICY);
    }

    @Override
    protected ResourceTable<UUID, View.OfL7Policy> table(UriInfo uri) {
        return objects(Schemas.L7_POLICY, Rendering::l7Policy)
                .create(this::create)
                .list(policies::list)
                .show(policies::show)
                .update(L7PolicySpec.class, policies::update)
                .delete(policies::delete);
    }

    private View.OfL7Policy create(Caller caller, RequestBody body) {
        UUID listenerId = body.as(CreateRequest.OfL7Policy.class).listenerId();
        New.OfL7Policy policy = NewObjects.l7Policy(body);
        request().require(Permission.WRITE, LISTENER, listenerId);
        return policies.create(caller, listenerId, policy);
    }
}
