package io.lbaas.web.quantum;

import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.quantum.QuantumFault;
import io.lbaas.plugin.api.quantum.QuantumType;
import io.lbaas.plugin.api.quantum.QuantumView;
import io.lbaas.web.binding.Scalars;
import io.lbaas.web.rendering.JsonOutput;
import io.lbaas.web.resource.CrudResource;
import io.lbaas.web.resource.ResourceTable;
import io.lbaas.web.schema.RequestBody;
import io.lbaas.web.schema.Schema;
import io.lbaas.web.security.Permission;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The methods of a v1 resource, of which a POST may make several objects at once.
 *
 * @param <C> what the plugin is told of a new object
 * @param <V> what it shows of one
 */
public abstract class QuantumResource<C, V extends QuantumView> extends CrudResource<UUID, V> {

    private final QuantumType type;
    private final Schema schema;
    private final Function<V, JsonObject> rendering;

    QuantumResource(QuantumType type, Schema schema, Function<V, JsonObject> rendering) {
        this.type = type;
        this.schema = schema;
        this.rendering = rendering;
    }

    /** Reads a new object and checks that the caller may make it. */
    abstract C read(RequestBody body);

    /** Makes all of them or none. */
    abstract List<V> create(Caller caller, List<C> wanted);

    @Override
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Context UriInfo uri, @Context HttpHeaders headers, InputStream input) {
        return once(headers, input, this::create);
    }

    private Response create(InputStream input) {
        Schema.Creations creations = schema.oneOrMore(input);
        List<C> wanted = creations.bodies().stream().map(this::read).toList();
        List<JsonObject> created =
                create(request().caller(), wanted).stream().map(rendering).toList();
        return Response.status(Response.Status.CREATED)
                .entity(wrapped(creations.bulk(), created))
                .build();
    }

    /** The table of objects that are shown by that function. */
    ResourceTable<UUID, V> objects(Function<UUID, V> show) {
        return new ResourceTable<>(schema, rendering, this::id, new QuantumGuard<>(request(), show))
                .provider(id -> providers().orDefault(null))
                .show(show);
    }

    /** The project of a new object: the one asked for, else the caller's. */
    String owner(RequestBody body) {
        String owner = request().projectOr(body.as(QuantumSchemas.Owner.class).projectId());
        request().require(Permission.WRITE, owner);
        return owner;
    }

    private UUID id(String path) {
        return id(type, path);
    }

    /** The id in a path. */
    static UUID id(QuantumType type, String path) {
        try {
            return Scalars.uuid(path);
        } catch (IllegalArgumentException e) {
            throw QuantumFault.notFound(type, path).causedBy(e);
        }
    }

    private JsonObject wrapped(boolean bulk, List<JsonObject> created) {
        String key = bulk ? schema.plural() : schema.singular();
        JsonValue value = bulk ? JsonOutput.of(created) : created.get(0);
        return JsonOutput.object().add(key, value).build();
    }
}
