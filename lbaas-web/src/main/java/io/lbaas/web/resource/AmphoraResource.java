package io.lbaas.web.resource;

import io.lbaas.plugin.api.Amphorae;
import io.lbaas.plugin.api.Amphorae.Amphora;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.LoadBalancers;
import io.lbaas.plugin.api.Statistics;
import io.lbaas.web.query.ListRequest;
import io.lbaas.web.rendering.CatalogRendering;
import io.lbaas.web.rendering.JsonOutput;
import io.lbaas.web.schema.Schemas;
import io.lbaas.web.security.CurrentRequest;
import io.lbaas.web.security.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Load balancers on their devices, for operators whose tools look for amphorae. */
@Path("v2/lbaas/octavia/amphorae")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AmphoraResource {

    private static final String TITLE = "Amphora";

    @Inject
    private Amphorae amphorae;

    @Inject
    private LoadBalancers loadBalancers;

    @Inject
    private Statistics statistics;

    @Inject
    private CurrentRequest request;

    @GET
    public JsonObject list(@Context UriInfo uri) {
        requireAdmin();
        ListRequest list = ListRequest.of(uri.getQueryParameters());
        List<Amphora> found = amphorae.list(list.queryOfNoProject());
        return Answers.listed(Schemas.AMPHORA, found, CatalogRendering::amphora, list, request, uri);
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") String path, @QueryParam("fields") List<String> fields) {
        return Answers.shown(Schemas.AMPHORA, CatalogRendering.amphora(find(path)), fields);
    }

    /** The traffic of the load balancer, listener by listener. */
    @GET
    @Path("{id}/stats")
    public JsonObject stats(@PathParam("id") String path) {
        Amphora amphora = find(path);
        Stream<JsonObject> stats = loadBalancers.show(amphora.loadBalancerId()).listeners().stream()
                .map(listener ->
                        CatalogRendering.amphoraStats(amphora, listener, statistics.ofListeners(List.of(listener))));
        return JsonOutput.object().add("amphora_stats", JsonOutput.array(stats)).build();
    }

    @PUT
    @Path("{id}/failover")
    @APIResponse(responseCode = "202")
    public Response failOver(@PathParam("id") String path) {
        loadBalancers.failOver(request.caller(), find(path).loadBalancerId());
        return Response.accepted().build();
    }

    /** Makes the load balancer on its device again: what it is configured to is sent with it. */
    @PUT
    @Path("{id}/config")
    @APIResponse(responseCode = "202")
    public Response configure(@PathParam("id") String path) {
        loadBalancers.applyAgain(request.caller(), find(path).loadBalancerId());
        return Response.accepted().build();
    }

    /** Refused, as the reference implementation refuses it for amphorae that serve a load balancer: all of these do. */
    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") String path) {
        throw Fault.conflict(TITLE + " " + find(path).id() + " is immutable and cannot be updated.");
    }

    private Amphora find(String path) {
        requireAdmin();
        return amphorae.show(Ids.of(TITLE, path));
    }

    private void requireAdmin() {
        request.require(Permission.ADMIN);
    }
}
