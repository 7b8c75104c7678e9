package io.lbaas.web.resource;

import io.lbaas.web.query.ListRequest;
import io.lbaas.web.schema.RequestBody;
import io.lbaas.web.security.CurrentRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;

/** Creates, lists, shows, updates and deletes resources of any kind: what is the same for all of them. */
@ApplicationScoped
public class Crud {

    @Inject
    private CurrentRequest request;

    <K, V> Response create(ResourceTable<K, V> table, InputStream input) {
        RequestBody body = table.schema.creation(input);
        return Answers.created(table.schema, table.create.apply(request.caller(), body));
    }

    <K, V> JsonObject list(ResourceTable<K, V> table, UriInfo uri) {
        ListRequest list = ListRequest.of(uri.getQueryParameters());
        List<V> found = table.list.apply(table.guard.visible(list));
        return Answers.listed(table.schema, found, table.rendering, list, request, uri);
    }

    <K, V> Response show(ResourceTable<K, V> table, String path, List<String> fields) {
        V found = table.guard.readable(() -> table.show.apply(table.key.apply(path)));
        return Answers.shown(table.schema, table.rendering.apply(found), fields);
    }

    <K, V> Response update(ResourceTable<K, V> table, String path, InputStream input) {
        RequestBody body = table.schema.update(input);
        ResourceTable.Change<K, V> change = table.update.apply(body);
        K key = table.key.apply(path);
        table.guard.requireWrite(key);
        body.requireSupported(() -> table.provider.apply(key));
        V updated = change.make(request.caller(), key);
        return Answers.updated(table.schema, table.rendering.apply(updated));
    }

    <K, V> void delete(ResourceTable<K, V> table, String path) {
        K key = table.key.apply(path);
        table.guard.requireWrite(key);
        table.delete.accept(request.caller(), key);
    }
}
