package io.lbaas.launcher;

import io.lbaas.launcher.broker.BrokerAddress;
import io.lbaas.launcher.config.Setting;
import io.lbaas.launcher.config.Settings;
import io.lbaas.launcher.database.DatabaseAddress;
import java.nio.file.Path;

/** Hands what has been settled on to the applications, which read it by MicroProfile Config. */
final class EffectiveSettings {
    private EffectiveSettings() {}

    static void publish(Settings settings, Settings.Http http, String node) {
        set(Setting.DATA_DIR, settings.dataDir());
        set(Setting.HTTP_HOST, http.host());
        set(Setting.HTTP_PORT, http.port());
        set(Setting.NODE, node);
        set(Setting.DEVICES, String.join(",", settings.devices()));
        set(Setting.ADMIN_CREDENTIALS_FILE, settings.credentialsFile());
    }

    static void publishTlsKeys(Path file) {
        set(Setting.TLS_KEY_FILE, file);
    }

    static void publish(DatabaseAddress database) {
        set(Setting.DB_URL, database.url());
        set(Setting.DB_USER, database.user());
        set(Setting.DB_PASSWORD, database.password().value());
    }

    static void publish(BrokerAddress broker) {
        set(Setting.BROKER_ADDRESS, broker.url());
        set(Setting.BROKER_USER, broker.user());
        set(Setting.BROKER_PASSWORD, broker.password().value());
    }

    private static void set(Setting setting, Object value) {
        System.setProperty(setting.key(), value.toString());
    }
}
