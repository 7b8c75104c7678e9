package io.lbaas.web.resource;

import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.api.Query;
import io.lbaas.web.schema.RequestBody;
import io.lbaas.web.schema.Schema;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One kind of resource: how it is read and shown, who may use it, and which functions of the plugin serve it. What is
 * common to all kinds is in {@link Crud}.
 *
 * @param <K> what the path names a resource by
 * @param <V> what the plugin shows of one
 */
public final class ResourceTable<K, V> {

    /** A change that was read from a request. */
    @FunctionalInterface
    public interface Change<K, V> {
        V make(Caller caller, K key);
    }

    /** A change of the attributes in a spec. */
    @FunctionalInterface
    public interface PatchChange<K, S, V> {
        V make(Caller caller, K key, Patch<S> patch);
    }

    final Schema schema;
    final Function<V, JsonObject> rendering;
    final Function<String, K> key;
    final Guard<K, V> guard;
    BiFunction<K, Supplier<Response>, Response> lock;
    Function<K, String> provider;
    BiFunction<Caller, RequestBody, JsonObject> create;
    Function<Query, List<V>> list;
    Function<K, V> show;
    Function<RequestBody, Change<K, V>> update;
    BiConsumer<Caller, K> delete;

    /**
     * A kind of resource without functions.
     *
     * @param key reads what a path holds; throws {@link io.lbaas.plugin.api.Fault} NOT_FOUND where it cannot be one
     */
    public ResourceTable(Schema schema, Function<V, JsonObject> rendering, Function<String, K> key, Guard<K, V> guard) {
        this.schema = schema;
        this.rendering = rendering;
        this.key = key;
        this.guard = guard;
    }

    /** Does a change in one transaction in which nobody else changes the resource; without it, just in one. */
    public ResourceTable<K, V> lock(BiFunction<K, Supplier<Response>, Response> function) {
        lock = function;
        return this;
    }

    /** The provider of a resource, which refusals of fixed attributes name. */
    public ResourceTable<K, V> provider(Function<K, String> function) {
        provider = function;
        return this;
    }

    /** Makes a new one; it also checks whether the caller may, because only the body says where it belongs. */
    public ResourceTable<K, V> create(BiFunction<Caller, RequestBody, V> function) {
        return create(function, rendering);
    }

    /** A creation that is answered with more than the resource itself. */
    public <W> ResourceTable<K, V> create(BiFunction<Caller, RequestBody, W> function, Function<W, JsonObject> answer) {
        create = function.andThen(answer);
        return this;
    }

    public ResourceTable<K, V> list(Function<Query, List<V>> function) {
        list = function;
        return this;
    }

    public ResourceTable<K, V> show(Function<K, V> function) {
        show = function;
        return this;
    }

    /** Reads the change first, so that what cannot be read is refused before anything is looked up. */
    public ResourceTable<K, V> update(Function<RequestBody, Change<K, V>> function) {
        update = function;
        return this;
    }

    /** An update that changes the labels and a spec. */
    public <S extends Record> ResourceTable<K, V> update(Class<S> spec, PatchChange<K, S, V> function) {
        return update(body -> {
            Patch<S> patch = body.patch(spec);
            return (caller, key) -> function.make(caller, key, patch);
        });
    }

    public ResourceTable<K, V> delete(BiConsumer<Caller, K> function) {
        delete = function;
        return this;
    }
}
