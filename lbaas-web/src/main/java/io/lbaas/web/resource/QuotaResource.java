package io.lbaas.web.resource;

import static io.lbaas.web.security.Permission.READ_QUOTA;
import static io.lbaas.web.security.Permission.READ_QUOTA_GLOBAL;
import static io.lbaas.web.security.Permission.WRITE_QUOTA;

import io.lbaas.plugin.api.QuotaLimits;
import io.lbaas.plugin.api.Quotas;
import io.lbaas.plugin.api.Quotas.Quota;
import io.lbaas.web.query.ListRequest;
import io.lbaas.web.rendering.CatalogRendering;
import io.lbaas.web.rendering.JsonOutput;
import io.lbaas.web.schema.Schemas;
import io.lbaas.web.security.CurrentRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** How much projects may have, and have. */
@Path("v2/lbaas/quotas")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class QuotaResource {

    @Inject
    private Quotas quotas;

    @Inject
    private CurrentRequest request;

    @GET
    public JsonObject list(@Context UriInfo uri) {
        ListRequest list = ListRequest.of(uri.getQueryParameters());
        List<Quota> found = quotas.list(request.visible(list, READ_QUOTA, READ_QUOTA_GLOBAL));
        return Answers.listed(Schemas.QUOTA, found, CatalogRendering::quota, list, request, uri);
    }

    /** The limits of a project without limits of its own. */
    @GET
    @Path("defaults")
    public Response defaults() {
        request.require(READ_QUOTA);
        return shown(quotas.defaults("defaults"));
    }

    @GET
    @Path("{project}")
    public Response show(@PathParam("project") String path) {
        return shown(quotas.show(project(path)));
    }

    @GET
    @Path("{project}/default")
    public Response defaults(@PathParam("project") String path) {
        return shown(quotas.defaults(project(path)));
    }

    /** How many objects the project has; not in OpenStack. */
    @GET
    @Path("{project}/usage")
    public JsonObject usage(@PathParam("project") String path) {
        return JsonOutput.object()
                .add("quota_usage", CatalogRendering.limits(quotas.inUse(project(path))))
                .build();
    }

    @PUT
    @Path("{project}")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(responseCode = "202")
    public Response update(@PathParam("project") String path, InputStream input) {
        UnaryOperator<QuotaLimits> change = Schemas.QUOTA.update(input).change(QuotaLimits.class);
        String project = Ids.name("Project", path);
        request.require(WRITE_QUOTA, project);
        Quota updated = quotas.update(request.caller(), project, change);
        return Answers.accepted(Schemas.QUOTA, CatalogRendering.quota(updated));
    }

    @DELETE
    @Path("{project}")
    @APIResponse(responseCode = "202")
    public Response reset(@PathParam("project") String path) {
        String project = Ids.name("Project", path);
        request.require(WRITE_QUOTA, project);
        quotas.reset(request.caller(), project);
        return Response.accepted().build();
    }

    private String project(String path) {
        String project = Ids.name("Project", path);
        request.require(READ_QUOTA, project);
        return project;
    }

    private static Response shown(Quota quota) {
        return Answers.shown(Schemas.QUOTA, CatalogRendering.quota(quota), List.of());
    }
}
