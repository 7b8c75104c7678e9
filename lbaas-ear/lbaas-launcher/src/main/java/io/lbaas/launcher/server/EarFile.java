package io.lbaas.launcher.server;

import io.lbaas.launcher.ExitCode;
import io.lbaas.launcher.StartupException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** The application archive: what is in it decides what has to run beside it. */
public record EarFile(Path path) {
    private static final String MIGRATIONS = "db/migration/";

    public static EarFile at(Path path) {
        if (!Files.isReadable(path)) {
            throw new StartupException(ExitCode.SETTINGS, "there is no application at " + path + "; see lbaas.ear");
        }
        return new EarFile(path);
    }

    /** Whether the archive carries the driver of that name. */
    public boolean hasDriver(String name) {
        return find(entry -> entry.getName().equals("lbaas-driver-" + name + ".rar"))
                .isPresent();
    }

    /** Whether the archive has a web module; without one the server answers no HTTP request at all. */
    public boolean hasWeb() {
        return find(entry -> entry.getName().endsWith(".war")).isPresent();
    }

    /** Copies out the module that brings the schema; an agent has none, as it never opens the database. */
    public Optional<Path> extractSchemaModule(Path directory) {
        return extract(this::hasMigrations, directory.resolve("schema.jar"));
    }

    /** Copies out the driver interface, which all drivers and the application must share. */
    public Optional<Path> extractDriverInterface(Path directory) {
        return extract(
                (zip, entry) -> entry.getName().equals("lib/lbaas-driver-spi.jar"),
                directory.resolve("driver-spi.jar"));
    }

    private Optional<Path> extract(BiPredicate<ZipFile, ZipEntry> wanted, Path copy) {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            Optional<? extends ZipEntry> module = zip.stream()
                    .filter(entry -> entry.getName().endsWith(".jar"))
                    .filter(entry -> wanted.test(zip, entry))
                    .findFirst();
            if (module.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream content = zip.getInputStream(module.get())) {
                Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            return Optional.of(copy);
        } catch (IOException e) {
            throw new StartupException(ExitCode.APPLICATION, path + " is not a readable archive", e);
        }
    }

    private boolean hasMigrations(ZipFile zip, ZipEntry module) {
        try (ZipInputStream entries = new ZipInputStream(zip.getInputStream(module))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().startsWith(MIGRATIONS)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<? extends ZipEntry> find(Predicate<ZipEntry> wanted) {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return zip.stream().filter(wanted).findFirst();
        } catch (IOException e) {
            throw new StartupException(ExitCode.APPLICATION, path + " is not a readable archive", e);
        }
    }
}
