package io.lbaas.launcher.config;

import io.lbaas.launcher.ExitCode;
import io.lbaas.launcher.StartupException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** Where raw values come from: system properties, then the environment, then a properties file. */
public final class Sources {
    private final Properties system;
    private final Map<String, String> environment;
    private final Properties file = new Properties();

    public Sources(Properties system, Map<String, String> environment) {
        this.system = system;
        this.environment = environment;
    }

    public void readFile(Path path) {
        try (Reader reader = Files.newBufferedReader(path)) {
            file.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new StartupException(ExitCode.SETTINGS, "cannot read the settings in " + path, e);
        }
    }

    /** An empty value counts as not set, so that a variable can be cleared. */
    public Optional<String> get(String key) {
        return Stream.of(Optional.ofNullable(system.getProperty(key)), inEnvironment(key), inFile(key))
                .flatMap(Optional::stream)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /**
     * Hands the file's values on to the applications. MicroProfile Config ranks system properties above the environment,
     * so a value that the environment overrides is left out.
     */
    public void publishFile() {
        for (String key : file.stringPropertyNames()) {
            if (inEnvironment(key).isEmpty()) {
                system.putIfAbsent(key, file.getProperty(key).strip());
            }
        }
    }

    private Optional<String> inFile(String key) {
        return Optional.ofNullable(file.getProperty(key));
    }

    private Optional<String> inEnvironment(String key) {
        String underscored = key.replaceAll("[^A-Za-z0-9]", "_");
        return Stream.of(key, underscored, underscored.toUpperCase(Locale.ROOT))
                .filter(environment::containsKey)
                .map(environment::get)
                .findFirst();
    }
}
