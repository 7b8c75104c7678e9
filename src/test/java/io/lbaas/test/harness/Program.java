package io.lbaas.test.harness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that others wrote, run to its end. */
public final class Program {
    /** Where our tests of other people's clients are, written in the languages of those. */
    public static final Path CLIENTS = Path.of(System.getProperty("lbaas.checkout"), "src/test/clients");

    private final ProcessBuilder builder;

    public Program(String... command) {
        builder = new ProcessBuilder(command).directory(CLIENTS.toFile()).redirectErrorStream(true);
    }

    /** What it did: its exit code, and all that it printed. */
    public record Finished(int code, String output) {
        public void assertSucceeded() {
            assertThat(code).as(output).isZero();
        }
    }

    /** Skips the test where a package is not installed; a build server has all of them. */
    public static void assumeInstalled(boolean installed, String packages) {
        assumeTrue(installed || System.getenv("CI") != null, "not installed: " + packages);
    }

    /** The same where the packages bring these files. */
    public static void assumeInstalled(String packages, String... files) {
        assumeInstalled(
                List.of(files).stream().allMatch(file -> Path.of(file).toFile().exists()), packages);
    }

    /** Runs in a folder of the clients. */
    public Program in(String folder) {
        builder.directory(CLIENTS.resolve(folder).toFile());
        return this;
    }

    public Program with(Map<String, String> environment) {
        builder.environment().putAll(environment);
        return this;
    }

    public Finished run() {
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Finished(process.onExit().join().exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
