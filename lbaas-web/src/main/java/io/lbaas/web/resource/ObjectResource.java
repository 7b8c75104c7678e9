package io.lbaas.web.resource;

import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Transactions;
import io.lbaas.plugin.api.View;
import io.lbaas.web.schema.Schema;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.function.Function;

/** Objects of one of the types that a load balancer is made of. */
public abstract class ObjectResource<V extends View> extends CrudResource<UUID, V> {

    private final ObjectType type;

    @Inject
    private Transactions transactions;

    @Inject
    private OperationLists operations;

    protected ObjectResource(ObjectType type) {
        this.type = type;
    }

    /** What was done to an object, newest first; also to one that is gone. */
    @GET
    @Path("{id}/operations")
    public JsonObject operations(@Context UriInfo uri, @PathParam("id") String path) {
        return operations.of(type, Ids.of(type, path), uri);
    }

    /** The table of objects that have a path of their own. */
    protected ResourceTable<UUID, V> objects(Schema schema, Function<V, JsonObject> rendering) {
        return objects(schema, rendering, new OwnedGuard<>(request(), type));
    }

    /** The table of objects that somebody else guards, such as {@link #beneath their parent}. */
    protected ResourceTable<UUID, V> objects(Schema schema, Function<V, JsonObject> rendering, Guard<UUID, V> guard) {
        return new ResourceTable<>(schema, rendering, path -> Ids.of(type, path), guard)
                .lock((id, work) -> transactions.locked(type, id, work))
                .provider(id -> providers().of(type, id));
    }

    /** The guard of objects whose path leads through their parent. */
    protected NestedGuard<V> beneath(ObjectType parent, String path) {
        return new NestedGuard<>(request(), parent, path);
    }
}
