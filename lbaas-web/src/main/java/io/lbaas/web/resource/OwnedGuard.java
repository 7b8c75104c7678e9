package io.lbaas.web.resource;

import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Query;
import io.lbaas.plugin.api.View;
import io.lbaas.web.query.ListRequest;
import io.lbaas.web.security.CurrentRequest;
import io.lbaas.web.security.Permission;
import java.util.UUID;
import java.util.function.Supplier;

/** For objects that belong to a project and have a path of their own. */
record OwnedGuard<V extends View>(CurrentRequest request, ObjectType type) implements Guard<UUID, V> {

    @Override
    public Query visible(ListRequest list) {
        return request.visible(list);
    }

    @Override
    public V readable(Supplier<V> lookup) {
        V found = lookup.get();
        request.require(Permission.READ, found.state().projectId());
        return found;
    }

    @Override
    public void requireWrite(UUID id) {
        request.require(Permission.WRITE, type, id);
    }
}
