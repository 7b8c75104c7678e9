package io.lbaas.web.resource;

import static io.lbaas.model.ObjectType.MEMBER;
import static io.lbaas.model.ObjectType.POOL;

import io.lbaas.model.MemberSpec;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.Members;
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
import jakarta.ws.rs.NotFoundException;
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

/** Members of a pool. */
@Path("v2/lbaas/pools/{pool}/members")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MemberResource {

    @Inject
    private Members members;

    @Inject
    private Providers providers;

    @Inject
    private CurrentRequest request;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@PathParam("pool") String pool, InputStream input) {
        RequestBody body = Schemas.MEMBER.creation(input);
        body.as(CreateRequest.OfMember.class);
        Labels labels = body.as(Labels.class);
        MemberSpec spec = body.as(MemberSpec.class);
        UUID poolId = pool(pool, Permission.WRITE);
        body.requireSupported(() -> providers.ofPool(poolId));
        View.OfMember created = members.create(request.caller(), poolId, labels, spec);
        return Answers.created(Schemas.MEMBER, Rendering.member(created));
    }

    @GET
    public JsonObject list(@PathParam("pool") String pool, @Context UriInfo uri) {
        ListRequest list = ListRequest.of(uri.getQueryParameters());
        UUID poolId = pool(pool, Permission.READ);
        List<View.OfMember> found = members.list(poolId, list.query(list.projectId()));
        return Answers.listed(Schemas.MEMBER, found, Rendering::member, list, request, uri);
    }

    @GET
    @Path("{id}")
    public JsonObject show(
            @PathParam("pool") String pool, @PathParam("id") String id, @QueryParam("fields") List<String> fields) {
        View.OfMember found = members.show(pool(pool, Permission.READ), Ids.of(MEMBER, id));
        return Answers.shown(Schemas.MEMBER, Rendering.member(found), fields);
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject update(@PathParam("pool") String pool, @PathParam("id") String id, InputStream input) {
        RequestBody body = Schemas.MEMBER.update(input);
        Patch<MemberSpec> patch = body.patch(MemberSpec.class);
        UUID poolId = pool(pool, Permission.WRITE);
        View.OfMember updated = members.update(request.caller(), poolId, Ids.of(MEMBER, id), patch);
        return Answers.updated(Schemas.MEMBER, Rendering.member(updated));
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("pool") String pool, @PathParam("id") String id) {
        members.delete(request.caller(), pool(pool, Permission.WRITE), Ids.of(MEMBER, id));
    }

    /** The pool in the path. That there is none is found on the way to the members, so it is answered as such. */
    private UUID pool(String path, Permission permission) {
        try {
            UUID id = Ids.of(POOL, path);
            request.require(permission, POOL, id);
            return id;
        } catch (Fault e) {
            throw e.kind() == Fault.Kind.NOT_FOUND ? new NotFoundException(e.getMessage(), e) : e;
        }
    }
}
