package io.lbaas.launcher;

import io.lbaas.launcher.config.DataDirectory;
import io.lbaas.launcher.config.Settings.LogFormat;
import io.lbaas.launcher.server.ServerLog;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** What one process needs and the next one must not find. */
record WorkDirectory(Path path) {

    static WorkDirectory renew(DataDirectory data, LogFormat logFormat) throws IOException {
        delete(data.directory("work"));
        WorkDirectory work = new WorkDirectory(data.directory("work"));
        ServerLog.configure(work.path.resolve("logging.properties"), data.logs(), logFormat);
        return work;
    }

    Path serverRoot() throws IOException {
        return Files.createDirectory(path.resolve("server"));
    }

    private static void delete(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
