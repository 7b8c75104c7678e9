package io.lbaas.launcher.database;

import io.lbaas.launcher.ExitCode;
import io.lbaas.launcher.StartupException;
import io.lbaas.launcher.config.Secret;
import io.lbaas.launcher.config.Settings;

/** How to reach the database. */
public record DatabaseAddress(String url, String user, Secret password) {

    public static DatabaseAddress external(Settings.Database settings) {
        Secret password = settings.password()
                .orElseThrow(() -> new StartupException(
                        ExitCode.SETTINGS, "lbaas.db.password must be set together with lbaas.db.url"));
        return new DatabaseAddress(settings.url().orElseThrow(), settings.user(), password);
    }
}
