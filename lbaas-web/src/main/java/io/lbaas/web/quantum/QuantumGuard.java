package io.lbaas.web.quantum;

import io.lbaas.plugin.api.Query;
import io.lbaas.plugin.api.quantum.QuantumView;
import io.lbaas.web.query.ListRequest;
import io.lbaas.web.resource.Guard;
import io.lbaas.web.security.CurrentRequest;
import io.lbaas.web.security.Permission;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** The rights of v2 on the objects of v1. */
record QuantumGuard<V extends QuantumView>(CurrentRequest request, Function<UUID, V> show) implements Guard<UUID, V> {

    @Override
    public Query visible(ListRequest list) {
        return request.visible(list);
    }

    @Override
    public V readable(Supplier<V> lookup) {
        V found = lookup.get();
        request.require(Permission.READ, found.tenantId());
        return found;
    }

    @Override
    public void requireWrite(UUID id) {
        request.require(Permission.WRITE, show.apply(id).tenantId());
    }
}
