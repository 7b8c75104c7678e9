package io.lbaas.web.resource;

import static io.lbaas.model.ObjectType.MEMBER;
import static io.lbaas.model.ObjectType.POOL;

import io.lbaas.model.MemberSpec;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.Members;
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

/** Members of a pool. */
@Path("v2/lbaas/pools/{pool}/members")
@ApplicationScoped
public class MemberResource extends CrudResource<UUID, View.OfMember> {

    @Inject
    private Members members;

    @Override
    protected ResourceTable<UUID, View.OfMember> table(UriInfo uri) {
        NestedGuard<View.OfMember> pool = beneath(POOL, uri.getPathParameters().getFirst("pool"));
        return objects(MEMBER, Schemas.MEMBER, Rendering::member, pool)
                .create((caller, body) -> create(caller, pool, body))
                .list(query -> members.list(pool.parent(), query))
                .show(id -> members.show(pool.parent(), id))
                .update(MemberSpec.class, (caller, id, patch) -> members.update(caller, pool.parent(), id, patch))
                .delete((caller, id) -> members.delete(caller, pool.parent(), id));
    }

    private View.OfMember create(Caller caller, NestedGuard<View.OfMember> pool, RequestBody body) {
        body.as(CreateRequest.OfMember.class);
        Labels labels = body.as(Labels.class);
        MemberSpec spec = body.as(MemberSpec.class);
        pool.requireParent(Permission.WRITE);
        body.requireSupported(() -> providers().of(POOL, pool.parent()));
        return members.create(caller, pool.parent(), labels, spec);
    }
}
