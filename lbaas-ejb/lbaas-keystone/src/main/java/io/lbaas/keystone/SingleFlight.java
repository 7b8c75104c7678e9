package io.lbaas.keystone;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** Concurrent calls with one key share one execution and its outcome, so that an outage is waited for once. */
public final class SingleFlight<K, V> {

    private final ConcurrentMap<K, CompletableFuture<V>> underway = new ConcurrentHashMap<>();

    /** The outcome of one call: ours, or an earlier one that is still under way. */
    public V call(K key, Supplier<V> supplier) {
        CompletableFuture<V> ours = new CompletableFuture<>();
        CompletableFuture<V> earlier = underway.putIfAbsent(key, ours);
        if (earlier != null) {
            return outcome(earlier);
        }
        ours.completeAsync(supplier, Runnable::run);
        underway.remove(key, ours);
        return outcome(ours);
    }

    private static <V> V outcome(CompletableFuture<V> flight) {
        try {
            return flight.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
