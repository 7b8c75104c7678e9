package io.lbaas.driver.noop;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Remembers as long as the process lives. */
final class MemoryStore implements Store {
    private final Map<UUID, Remembered> entries = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    @Override
    public Remembered get(UUID loadBalancerId) {
        return entries.getOrDefault(loadBalancerId, Remembered.NOTHING);
    }

    @Override
    public void put(UUID loadBalancerId, Remembered remembered) {
        entries.put(loadBalancerId, remembered);
    }

    /** Nothing of it would outlive the process. */
    @Override
    public void breakOff(UUID loadBalancerId, Remembered remembered) {}

    @Override
    public void forget(UUID loadBalancerId) {
        entries.remove(loadBalancerId);
    }

    @Override
    public Map<UUID, Remembered> all() {
        return Map.copyOf(entries);
    }

    @Override
    public <T> T exclusively(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
