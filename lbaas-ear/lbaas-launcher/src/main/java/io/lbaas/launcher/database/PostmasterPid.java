package io.lbaas.launcher.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file by which a PostgreSQL server marks its data directory as in use. The server survives a kill -9 of the process
 * that started it; after a reboot, the process of that number may be somebody else's.
 */
record PostmasterPid(Path file) {

    static PostmasterPid in(Path cluster) {
        return new PostmasterPid(cluster.resolve("postmaster.pid"));
    }

    /** The server, if the process that the file names is one. */
    Optional<ProcessHandle> server() throws IOException {
        return process().filter(process -> process.info().command().orElse("").endsWith("/postgres"));
    }

    void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    private Optional<ProcessHandle> process() throws IOException {
        try {
            return Files.readAllLines(file).stream()
                    .findFirst()
                    .map(line -> Long.parseLong(line.strip()))
                    .flatMap(ProcessHandle::of);
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
