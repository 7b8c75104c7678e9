package io.lbaas.launcher.config;

import java.util.Locale;

/** Every setting of the launcher. The table in docs/configuration.md is held to this list by a test. */
public enum Setting {
    CONFIG("lbaas.config", "<data-dir>/lbaas.properties"),
    DATA_DIR("lbaas.data-dir", "var"),
    HTTP_HOST("lbaas.http.host", "127.0.0.1"),
    HTTP_PORT("lbaas.http.port", "9876"),
    DB_URL("lbaas.db.url", ""),
    DB_USER("lbaas.db.user", "lbaas"),
    DB_PASSWORD("lbaas.db.password", ""),
    DB_PORT("lbaas.db.port", "0"),
    BROKER_ADDRESS("lbaas.broker.address", ""),
    BROKER_USER("lbaas.broker.user", "admin"),
    BROKER_PASSWORD("lbaas.broker.password", ""),
    BROKER_PORT("lbaas.broker.port", "0"),
    NODE("lbaas.node", ""),
    DEVICES("lbaas.devices", "haproxy,noop"),
    DRIVERS_DIR("lbaas.drivers-dir", "<data-dir>/drivers"),
    EAR("lbaas.ear", "<installation>/lbaas.ear"),
    ADMIN_CREDENTIALS_FILE("lbaas.admin.credentials-file", "<data-dir>/admin-credentials"),
    TLS_KEY_FILE("lbaas.tls.key-file", "<data-dir>/secrets/tls-keys"),
    LOG_FORMAT("lbaas.log.format", "text");

    private final String key;
    private final String defaultValue;

    Setting(String key, String defaultValue) {
        this.key = key;
        this.defaultValue = defaultValue;
    }

    public String key() {
        return key;
    }

    /** The default as it is documented; text in angle brackets depends on other settings. */
    public String defaultValue() {
        return defaultValue;
    }

    /** The environment variable that MicroProfile Config maps to the key. */
    public String variable() {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
