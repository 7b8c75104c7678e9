package io.lbaas.web.resource;

import io.lbaas.plugin.api.Query;
import io.lbaas.web.query.ListRequest;
import io.lbaas.web.security.CurrentRequest;
import io.lbaas.web.security.Permission;
import java.util.function.Supplier;

/**
 * For what belongs to no project: operators change it, and whoever has a permission sees it.
 *
 * @param reading the permission
 */
record CatalogGuard<V>(CurrentRequest request, Permission reading) implements Guard<String, V> {

    @Override
    public Query visible(ListRequest list) {
        request.require(reading);
        return list.queryOfNoProject();
    }

    @Override
    public V readable(Supplier<V> lookup) {
        request.require(reading);
        return lookup.get();
    }

    @Override
    public void requireWrite(String key) {
        requireWrite();
    }

    void requireWrite() {
        request.require(Permission.ADMIN);
    }
}
