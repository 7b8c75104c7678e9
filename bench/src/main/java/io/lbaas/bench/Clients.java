package io.lbaas.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** A number of clients that work through a number of items as fast as each gets its answers. */
final class Clients {

    /** What came of it: each item's latency, and the rate over all. */
    record Run(Latencies latencies, double itemsPerSecond) {}

    private Clients() {}

    static Run run(int clients, int items, IntConsumer item) {
        Queue<Long> latencies = new ConcurrentLinkedQueue<>();
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        long start = System.nanoTime();
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                all.add(threads.submit(() -> {
                    int index = next.getAndIncrement();
                    while (index < items) {
                        long begin = System.nanoTime();
                        item.accept(index);
                        latencies.add(System.nanoTime() - begin);
                        index = next.getAndIncrement();
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("An item failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Run(Latencies.of(latencies), items / seconds);
    }
}
