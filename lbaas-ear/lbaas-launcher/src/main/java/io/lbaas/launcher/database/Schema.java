package io.lbaas.launcher.database;

import io.lbaas.launcher.ExitCode;
import io.lbaas.launcher.Installation;
import io.lbaas.launcher.Isolated;
import io.lbaas.launcher.StartupException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The schema of the plugin, migrated before any of its message consumers can run. */
public final class Schema {
    private Schema() {}

    /** Applies the migrations in the module to the database and returns how many were new. */
    public static int migrate(DatabaseAddress database, Path module) {
        List<Path> jars = new ArrayList<>(Installation.databaseJars());
        jars.add(module);
        try {
            return Isolated.apply(
                    jars,
                    Migrations.class,
                    Map.of(
                            "url", database.url(),
                            "user", database.user(),
                            "password", database.password().value()));
        } catch (RuntimeException e) {
            throw new StartupException(
                    ExitCode.DATABASE,
                    "cannot migrate the database: "
                            + e.getMessage().strip().lines().findFirst().orElse(""),
                    e);
        }
    }
}
