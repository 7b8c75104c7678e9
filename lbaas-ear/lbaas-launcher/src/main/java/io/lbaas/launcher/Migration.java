package io.lbaas.launcher;

import io.lbaas.launcher.config.Settings;
import io.lbaas.launcher.database.DatabaseAddress;
import io.lbaas.launcher.database.Schema;
import io.lbaas.launcher.server.EarFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Only brings the schema of an external database up to date, for servers that are not started by us. */
final class Migration {
    private Migration() {}

    static void run(Console console, Settings settings) throws IOException {
        if (settings.database().url().isEmpty()) {
            throw new StartupException(ExitCode.SETTINGS, "lbaas.db.url must be set: it says what to migrate");
        }
        Path directory = Files.createTempDirectory("lbaas-schema");
        Path module = EarFile.at(settings.ear())
                .extractSchemaModule(directory)
                .orElseThrow(() -> new StartupException(
                        ExitCode.SETTINGS, "%s brings no schema; see lbaas.ear".formatted(settings.ear())));
        try {
            int applied = Schema.migrate(DatabaseAddress.external(settings.database()), module);
            console.say("%d migrations applied".formatted(applied));
        } finally {
            Files.delete(module);
            Files.delete(directory);
        }
    }
}
