package io.lbaas.web.resource;

import io.lbaas.plugin.api.Transactions;
import io.lbaas.web.query.ListRequest;
import io.lbaas.web.schema.RequestBody;
import io.lbaas.web.security.CurrentRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Creates, lists, shows, updates and deletes resources of any kind: what is the same for all of them. */
@ApplicationScoped
public class Crud {

    @Inject
    private Idempotent idempotent;

    @Inject
    private Transactions transactions;

    @Inject
    private CurrentRequest request;

    <K, V> Response create(ResourceTable<K, V> table, InputStream input, HttpHeaders headers) {
        return once(headers, input, body -> create(table, body));
    }

    /** Does the work of a request, unless it is the repetition of one. */
    Response once(HttpHeaders headers, InputStream input, Function<InputStream, Response> work) {
        return idempotent.once(headers, input, work);
    }

    private <K, V> Response create(ResourceTable<K, V> table, InputStream input) {
        RequestBody body = table.schema.creation(input);
        return Answers.created(table.schema, table.create.apply(request.caller(), body));
    }

    <K, V> JsonObject list(ResourceTable<K, V> table, UriInfo uri) {
        ListRequest list = ListRequest.of(uri.getQueryParameters());
        List<V> found = table.list.apply(table.guard.visible(list));
        return Answers.listed(table.schema, found, table.rendering, list, request, uri);
    }

    <K, V> Response show(ResourceTable<K, V> table, String path, List<String> fields, Conditions conditions) {
        V found = table.guard.readable(() -> table.show.apply(table.key.apply(path)));
        JsonObject object = table.rendering.apply(found);
        return conditions.check(object).orElseGet(() -> Answers.shown(table.schema, object, fields));
    }

    <K, V> Response update(ResourceTable<K, V> table, String path, InputStream input, Conditions conditions) {
        RequestBody body = table.schema.update(input);
        ResourceTable.Change<K, V> change = table.update.apply(body);
        K key = table.key.apply(path);
        table.guard.requireWrite(key);
        body.requireSupported(() -> table.provider.apply(key));
        return underConditions(table, key, conditions, () -> {
            V updated = change.make(request.caller(), key);
            return Answers.updated(table.schema, table.rendering.apply(updated));
        });
    }

    <K, V> Response delete(ResourceTable<K, V> table, String path, Conditions conditions) {
        K key = table.key.apply(path);
        table.guard.requireWrite(key);
        return underConditions(table, key, conditions, () -> {
            table.delete.accept(request.caller(), key);
            return Response.noContent().build();
        });
    }

    /** Looks at the resource under its lock, so that nothing comes between the look and the change. */
    private <K, V> Response underConditions(
            ResourceTable<K, V> table, K key, Conditions conditions, Supplier<Response> change) {
        if (!conditions.given()) {
            return change.get();
        }
        BiFunction<K, Supplier<Response>, Response> lock =
                table.lock == null ? (any, work) -> transactions.together(work) : table.lock;
        return lock.apply(key, () -> {
            conditions.check(table.rendering.apply(table.show.apply(key)));
            return change.get();
        });
    }
}
