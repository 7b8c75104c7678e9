package io.lbaas.launcher.server;

import io.lbaas.launcher.ExitCode;
import io.lbaas.launcher.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Resource adapters that an operator adds to those of the application, by putting their archives into a directory. */
public record ExtraDrivers(List<Path> archives) {
    private static final String CONNECTION = "io.lbaas.driver.spi.DriverConnectionFactory";

    public static ExtraDrivers in(Path directory) {
        if (!Files.isDirectory(directory)) {
            return new ExtraDrivers(List.of());
        }
        try (Stream<Path> files = Files.list(directory)) {
            return new ExtraDrivers(files.filter(file -> file.toString().endsWith(".rar"))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new StartupException(ExitCode.SETTINGS, "cannot read the drivers in " + directory, e);
        }
    }

    public List<String> names() {
        return archives.stream().map(ExtraDrivers::name).toList();
    }

    /** Agents look a driver up by the name of its archive. */
    AdminCommands commands() {
        AdminCommands commands = new AdminCommands();
        for (Path archive : archives) {
            String name = name(archive);
            commands.add("deploy", "--name", name, archive.toString())
                    .add(
                            "create-connector-connection-pool",
                            "--raname",
                            name,
                            "--connectiondefinition",
                            CONNECTION,
                            "--transactionsupport",
                            "NoTransaction",
                            name)
                    .add("create-connector-resource", "--poolname", name, "lbaas/driver/" + name);
        }
        return commands;
    }

    private static String name(Path archive) {
        return archive.getFileName().toString().replaceFirst("\\.rar$", "");
    }
}
