package io.lbaas.web.admin;

import io.lbaas.plugin.api.Caller;
import io.lbaas.web.rendering.JsonOutput;
import io.lbaas.web.security.CurrentRequest;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/**
 * The methods of a collection that operators manage. A subclass has the path and the role, is application scoped, and
 * says which functions of the plugin serve it.
 *
 * @param <R> what an operator says of an entry
 * @param <V> what is known of one
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class AdminResource<R extends Record, V> {

    private final Class<R> type;
    private final String title;
    private final String plural;

    @Inject
    private CurrentRequest request;

    /**
     * A collection.
     *
     * @param title what messages call an entry
     * @param plural the key that a list stands under
     */
    protected AdminResource(Class<R> type, String title, String plural) {
        this.type = type;
        this.title = title;
        this.plural = plural;
    }

    protected abstract V add(Caller caller, R wanted);

    protected abstract List<V> all();

    protected abstract V find(UUID id);

    protected abstract V change(Caller caller, UUID id, R wanted);

    protected abstract void remove(Caller caller, UUID id);

    protected JsonValue render(V known) {
        return JsonOutput.of(known);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(InputStream body) {
        V added = add(request.caller(), AdminInput.read(type, body));
        return Response.status(Response.Status.CREATED).entity(render(added)).build();
    }

    @GET
    public JsonObject list() {
        List<JsonValue> entries = all().stream().map(this::render).toList();
        return JsonOutput.object().add(plural, JsonOutput.of(entries)).build();
    }

    @GET
    @Path("{id}")
    public JsonValue show(@PathParam("id") String id) {
        return render(find(AdminInput.id(title, id)));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonValue update(@PathParam("id") String id, InputStream body) {
        R wanted = AdminInput.read(type, body);
        return render(change(request.caller(), AdminInput.id(title, id), wanted));
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") String id) {
        remove(request.caller(), AdminInput.id(title, id));
    }
}
