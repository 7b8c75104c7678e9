package io.lbaas.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files that the build has laid out beside the launcher. */
public final class Installation {
    private Installation() {}

    public static Path launcherJar() {
        try {
            return Path.of(Installation.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Path home() {
        return launcherJar().getParent().getParent();
    }

    public static Path ear() {
        return home().resolve("lbaas.ear");
    }

    /** The modules of Payara Micro, and what else it needs of the same release. */
    public static Path micro() {
        return home().resolve("lib/micro");
    }

    public static Path openMq() {
        return home().resolve("mq");
    }

    public static Path jmsResourceAdapter() {
        return openMq().resolve("lib/imqjmsra.rar");
    }

    /** Flyway, the PostgreSQL driver and binaries, and what unpacks those. */
    public static List<Path> databaseJars() {
        return jars(home().resolve("lib/database"));
    }

    public static List<Path> openMqJars() {
        return jars(openMq().resolve("lib"));
    }

    /** The jars of a directory, in the order of their names. */
    public static List<Path> jars(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
