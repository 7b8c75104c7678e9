package io.lbaas.driver.host.store;

import io.lbaas.driver.host.HostFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What remains of removed load balancers: empty files whose names tell the generation. */
final class Tombstones {
    private static final Pattern NAME =
            Pattern.compile("(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})\\.(\\d{1,18})");

    private final HostFiles files;
    private final Path directory;

    Tombstones(HostFiles files, Path directory) {
        this.files = files;
        this.directory = directory;
    }

    /** The generation of each removal. */
    Map<UUID, Long> read() throws IOException {
        Map<UUID, Long> generations = new HashMap<>();
        for (Path file : files.list(directory)) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (name.matches()) {
                generations.merge(UUID.fromString(name.group(1)), Long.parseLong(name.group(2)), Math::max);
            }
        }
        return generations;
    }

    void put(UUID loadBalancerId, long generation) throws IOException {
        files.write(directory.resolve(loadBalancerId + "." + generation), "");
    }

    void sync() throws IOException {
        files.sync(directory);
    }

    void delete(UUID loadBalancerId, long generation) throws IOException {
        files.delete(directory.resolve(loadBalancerId + "." + generation));
    }
}
