package io.lbaas.launcher.config;

import static io.lbaas.launcher.config.Setting.*;

import io.lbaas.launcher.ExitCode;
import io.lbaas.launcher.Installation;
import io.lbaas.launcher.StartupException;
import io.lbaas.launcher.config.Settings.LogFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns raw values into {@link Settings}, or says which one is wrong. */
public final class SettingsReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,31}");
    private static final Pattern DATABASE_URL = Pattern.compile("jdbc:postgresql://.+");
    private static final Pattern BROKER_URL = Pattern.compile("mq://[^\\s:/,]+:\\d+/?(,mq://[^\\s:/,]+:\\d+/?)*");

    private final Sources sources;

    public SettingsReader(Sources sources) {
        this.sources = sources;
    }

    /** Reads everything; the base is the directory that a relative default is resolved against. */
    public Settings read(Path base) {
        Path dataDir = path(DATA_DIR)
                .orElse(base.resolve(DATA_DIR.defaultValue()).toAbsolutePath().normalize());
        readFile(dataDir);
        return new Settings(
                dataDir,
                new Settings.Http(text(HTTP_HOST), port(HTTP_PORT)),
                new Settings.Database(
                        matching(DB_URL, DATABASE_URL, "a URL like jdbc:postgresql://host:5432/lbaas"),
                        text(DB_USER),
                        secret(DB_PASSWORD),
                        port(DB_PORT)),
                new Settings.Broker(
                        matching(BROKER_ADDRESS, BROKER_URL, "an address like mq://host:7676"),
                        text(BROKER_USER),
                        secret(BROKER_PASSWORD),
                        port(BROKER_PORT)),
                matching(NODE, NAME, "a name of at most 32 letters, digits and hyphens"),
                devices(),
                path(DRIVERS_DIR).orElse(dataDir.resolve("drivers")),
                path(EAR).orElseGet(Installation::ear),
                path(ADMIN_CREDENTIALS_FILE).orElse(dataDir.resolve("admin-credentials")),
                path(TLS_KEY_FILE),
                logFormat());
    }

    private void readFile(Path dataDir) {
        Optional<Path> named = path(CONFIG);
        if (named.isPresent()) {
            sources.readFile(named.get());
        } else if (Files.exists(dataDir.resolve("lbaas.properties"))) {
            sources.readFile(dataDir.resolve("lbaas.properties"));
        }
    }

    private List<String> devices() {
        List<String> names = List.of(text(DEVICES).split("\\s*,\\s*"));
        names.forEach(name -> check(NAME.matcher(name).matches(), DEVICES, name, "a device name"));
        return names;
    }

    private LogFormat logFormat() {
        String value = text(LOG_FORMAT).toUpperCase(Locale.ROOT);
        check(value.equals("TEXT") || value.equals("JSON"), LOG_FORMAT, value, "text or json");
        return LogFormat.valueOf(value);
    }

    private int port(Setting setting) {
        String value = text(setting);
        check(value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65535, setting, value, "a port from 0 to 65535");
        return Integer.parseInt(value);
    }

    private Optional<String> matching(Setting setting, Pattern pattern, String expected) {
        Optional<String> value = sources.get(setting.key());
        value.ifPresent(text -> check(pattern.matcher(text).matches(), setting, text, expected));
        return value;
    }

    private Optional<Secret> secret(Setting setting) {
        return sources.get(setting.key()).map(Secret::new);
    }

    private Optional<Path> path(Setting setting) {
        return sources.get(setting.key())
                .map(value -> Path.of(value).toAbsolutePath().normalize());
    }

    private String text(Setting setting) {
        return sources.get(setting.key()).orElse(setting.defaultValue());
    }

    private static void check(boolean holds, Setting setting, String value, String expected) {
        if (!holds) {
            throw new StartupException(
                    ExitCode.SETTINGS, "%s: \"%s\" is not %s".formatted(setting.key(), value, expected));
        }
    }
}
