package io.lbaas.launcher.check;

import io.lbaas.launcher.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A package of Debian or Ubuntu, installed without questions and without starting its service. */
final class AptPackage {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Path POLICY = Path.of("/usr/sbin/policy-rc.d");

    private final String name;

    AptPackage(String name) {
        this.name = name;
    }

    boolean available() {
        return Files.isExecutable(Path.of("/usr/bin/apt-get"));
    }

    /** A fresh machine or container has no package lists yet; a first failure is therefore answered by fetching them. */
    boolean install() {
        boolean ours = forbidServices();
        try {
            boolean installed = apt("install", "-y", "--no-install-recommends", name)
                    || apt("update") && apt("install", "-y", "--no-install-recommends", name);
            if (installed && Files.isDirectory(Path.of("/run/systemd/system"))) {
                Command.run(LIMIT, "systemctl", "disable", "--now", name);
            }
            return installed;
        } finally {
            if (ours) {
                allowServices();
            }
        }
    }

    private static boolean apt(String... arguments) {
        List<String> command = new ArrayList<>(List.of("apt-get", "-q"));
        command.addAll(List.of(arguments));
        return Command.run(LIMIT, Map.of("DEBIAN_FRONTEND", "noninteractive"), "", command)
                .succeeded();
    }

    /** Debian asks this script before it starts a service; 101 means no. */
    private static boolean forbidServices() {
        if (Files.exists(POLICY)) {
            return false;
        }
        try {
            Files.writeString(POLICY, "#!/bin/sh\nexit 101\n");
            Files.setPosixFilePermissions(POLICY, PosixFilePermissions.fromString("rwxr-xr-x"));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void allowServices() {
        try {
            Files.deleteIfExists(POLICY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
