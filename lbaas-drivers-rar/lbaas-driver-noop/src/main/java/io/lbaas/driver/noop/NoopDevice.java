package io.lbaas.driver.noop;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One device: its memory, and how many of its changes were made to fail. All sessions of this process share it.
 *
 * @param faults how many changes were made to fail so far
 */
record NoopDevice(Store store, AtomicInteger faults) {
    private static final Map<UUID, NoopDevice> DEVICES = new ConcurrentHashMap<>();

    /** The device of that id; a directory that is not empty holds its memory. */
    static NoopDevice of(UUID deviceId, String directory) {
        return DEVICES.computeIfAbsent(
                deviceId,
                id -> new NoopDevice(
                        directory.isEmpty() ? new MemoryStore() : new FileStore(Path.of(directory, id.toString())),
                        new AtomicInteger()));
    }

    /** Forgets what lives in this process only, as the end of the process would. */
    static void forget(UUID deviceId) {
        DEVICES.remove(deviceId);
    }
}
