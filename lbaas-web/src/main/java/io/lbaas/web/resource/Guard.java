package io.lbaas.web.resource;

import io.lbaas.plugin.api.Query;
import io.lbaas.web.query.ListRequest;
import java.util.function.Supplier;

/**
 * Who may do what with the resources of a kind. Every method may throw {@link io.lbaas.plugin.api.Fault} FORBIDDEN.
 *
 * @param <K> what the path names a resource by
 * @param <V> what the plugin shows of one
 */
public interface Guard<K, V> {

    /** The question for the plugin that a list asks, narrowed to what the caller may see. */
    Query visible(ListRequest list);

    /** Looks a resource up and checks that the caller may see it, in the order that the resource asks for. */
    V readable(Supplier<V> lookup);

    /** Checks that there is such a resource and that the caller may change it. */
    void requireWrite(K key);
}
