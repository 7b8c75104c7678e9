package io.lbaas.web.resource;

import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Query;
import io.lbaas.plugin.api.View;
import io.lbaas.web.query.ListRequest;
import io.lbaas.web.security.CurrentRequest;
import io.lbaas.web.security.Permission;
import jakarta.ws.rs.NotFoundException;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * For objects whose path leads through their parent, to whose project they belong.
 *
 * @param type the parent's
 * @param path the parent's id as the path has it
 */
record NestedGuard<V extends View>(CurrentRequest request, ObjectType type, String path) implements Guard<UUID, V> {

    @Override
    public Query visible(ListRequest list) {
        requireParent(Permission.READ);
        return list.query(list.projectId());
    }

    @Override
    public V readable(Supplier<V> lookup) {
        requireParent(Permission.READ);
        return lookup.get();
    }

    @Override
    public void requireWrite(UUID id) {
        requireParent(Permission.WRITE);
    }

    /** The parent's id. */
    UUID parent() {
        return Ids.of(type, path);
    }

    /** Checks the parent. That there is none is found on the way to its children, so it is answered as such. */
    void requireParent(Permission permission) {
        try {
            request.require(permission, type, parent());
        } catch (Fault e) {
            throw e.kind() == Fault.Kind.NOT_FOUND
                    ? new NotFoundException(
                            Fault.notFound(type.parentTitle(), path).getMessage(), e)
                    : e;
        }
    }
}
