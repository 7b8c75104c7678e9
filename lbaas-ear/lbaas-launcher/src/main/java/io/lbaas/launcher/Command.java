package io.lbaas.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end. */
public final class Command {
    private Command() {}

    /** Exit status and everything the program has printed. */
    public record Result(int status, String output) {
        public boolean succeeded() {
            return status == 0;
        }

        public String lastLine() {
            return output.strip().lines().reduce((first, second) -> second).orElse("exit status " + status);
        }
    }

    public static Result run(Duration limit, String... command) {
        return run(limit, Map.of(), "", List.of(command));
    }

    /** Output goes through a file, because a daemon that the program leaves behind would keep a pipe open for ever. */
    public static Result run(Duration limit, Map<String, String> environment, String input, List<String> command) {
        try {
            Path output = Files.createTempFile("lbaas-", ".out");
            try {
                ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
                builder.redirectOutput(output.toFile()).environment().putAll(environment);
                Process process = builder.start();
                try (var stdin = process.getOutputStream()) {
                    stdin.write(input.getBytes(StandardCharsets.UTF_8));
                }
                if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                    return new Result(-1, command.get(0) + " took longer than " + Console.seconds(limit));
                }
                return new Result(process.exitValue(), Files.readString(output, StandardCharsets.ISO_8859_1));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(-1, "interrupted");
        }
    }
}
