package io.lbaas.web.resource;

import io.lbaas.plugin.api.Catalog;
import io.lbaas.plugin.api.Catalog.Entry;
import io.lbaas.web.rendering.CatalogRendering;
import io.lbaas.web.schema.Schema;
import io.lbaas.web.security.Permission;
import jakarta.json.JsonObject;
import java.util.function.Function;

/**
 * What operators offer.
 *
 * @param <S> what is said of an entry
 */
public abstract class CatalogResource<S extends Record> extends CrudResource<String, Entry<S>> {

    /** The table of entries that are known by their ids. */
    protected ResourceTable<String, Entry<S>> entries(
            Schema schema, Class<S> spec, Catalog<S> catalog, Permission reading) {
        return entries(schema, spec, catalog, reading, CatalogRendering::entry);
    }

    /** The table of entries that are shown in a way of their own. */
    protected ResourceTable<String, Entry<S>> entries(
            Schema schema,
            Class<S> spec,
            Catalog<S> catalog,
            Permission reading,
            Function<Entry<S>, JsonObject> rendering) {
        var guard = new CatalogGuard<Entry<S>>(request(), reading);
        return new ResourceTable<>(schema, rendering, path -> Ids.name(schema.singular(), path), guard)
                .create((caller, body) -> {
                    S wanted = body.as(spec);
                    guard.requireWrite();
                    return catalog.create(caller, wanted);
                })
                .list(catalog::list)
                .show(catalog::show)
                .update(body -> {
                    var change = body.change(spec);
                    return (caller, key) -> catalog.update(caller, key, change);
                })
                .delete(catalog::delete);
    }
}
