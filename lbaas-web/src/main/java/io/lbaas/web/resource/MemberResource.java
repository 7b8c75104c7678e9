package io.lbaas.web.resource;

import static io.lbaas.model.ObjectType.MEMBER;
import static io.lbaas.model.ObjectType.POOL;

import io.lbaas.model.MemberSpec;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Members;
import io.lbaas.plugin.api.New;
import io.lbaas.plugin.api.View;
import io.lbaas.web.query.QueryFlag;
import io.lbaas.web.rendering.Rendering;
import io.lbaas.web.schema.CreateRequest;
import io.lbaas.web.schema.RequestBody;
import io.lbaas.web.schema.Schemas;
import io.lbaas.web.security.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Members of a pool. */
@Path("v2/lbaas/pools/{pool}/members")
@ApplicationScoped
public class MemberResource extends ObjectResource<View.OfMember> {

    @Inject
    private Members members;

    public MemberResource() {
        super(MEMBER);
    }

    @Override
    protected ResourceTable<UUID, View.OfMember> table(UriInfo uri) {
        NestedGuard<View.OfMember> pool = pool(uri);
        return objects(Schemas.MEMBER, Rendering::member, pool)
                .create((caller, body) -> create(caller, pool, body))
                .list(query -> members.list(pool.parent(), query))
                .show(id -> members.show(pool.parent(), id))
                .update(MemberSpec.class, (caller, id, patch) -> members.update(caller, pool.parent(), id, patch))
                .delete((caller, id) -> members.delete(caller, pool.parent(), id));
    }

    /** Makes the pool have these members. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say which members there are to be")
    @APIResponse(responseCode = "202")
    public Response replace(@Context UriInfo uri, @Context HttpHeaders headers, InputStream input) {
        return once(headers, input, body -> replace(uri, body));
    }

    private Response replace(UriInfo uri, InputStream input) {
        List<RequestBody> bodies = Schemas.MEMBER.creations(input);
        List<New.OfMember> wanted = bodies.stream().map(NewObjects::member).toList();
        NestedGuard<View.OfMember> pool = pool(uri);
        pool.requireParent(Permission.WRITE);
        bodies.forEach(body -> body.requireSupported(() -> providers().of(POOL, pool.parent())));
        members.replace(request().caller(), pool.parent(), wanted, QueryFlag.of("additive_only", uri));
        return Response.accepted().build();
    }

    private NestedGuard<View.OfMember> pool(UriInfo uri) {
        return beneath(POOL, uri.getPathParameters().getFirst("pool"));
    }

    private View.OfMember create(Caller caller, NestedGuard<View.OfMember> pool, RequestBody body) {
        body.as(CreateRequest.OfMember.class);
        New.OfMember member = NewObjects.member(body);
        pool.requireParent(Permission.WRITE);
        body.requireSupported(() -> providers().of(POOL, pool.parent()));
        return members.create(caller, pool.parent(), member.labels(), member.spec());
    }
}
