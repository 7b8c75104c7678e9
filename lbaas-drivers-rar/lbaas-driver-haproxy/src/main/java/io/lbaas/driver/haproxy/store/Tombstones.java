package io.lbaas.driver.haproxy.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What remains of removed load balancers: empty files whose names tell the generation. */
final class Tombstones {
    private final Path directory;

    Tombstones(Path directory) {
        this.directory = directory;
    }

    /** The generation of each removal. */
    Map<UUID, Long> read() throws IOException {
        Map<UUID, Long> generations = new HashMap<>();
        for (Path file : DurableFiles.list(directory)) {
            String[] name = file.getFileName().toString().split("\\.", 2);
            generations.merge(UUID.fromString(name[0]), Long.parseLong(name[1]), Math::max);
        }
        return generations;
    }

    void put(UUID loadBalancerId, long generation) throws IOException {
        Path file = directory.resolve(loadBalancerId + "." + generation);
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
    }

    void sync() throws IOException {
        DurableFiles.sync(directory);
    }

    void delete(UUID loadBalancerId, long generation) throws IOException {
        Files.deleteIfExists(directory.resolve(loadBalancerId + "." + generation));
    }
}
