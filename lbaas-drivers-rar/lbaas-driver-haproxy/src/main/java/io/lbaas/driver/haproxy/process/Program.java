package io.lbaas.driver.haproxy.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs HAProxy to its end and keeps what it prints. */
final class Program {
    private final String binary;
    private final Path scratch;

    Program(String binary, Path scratch) {
        this.binary = binary;
        this.scratch = scratch;
    }

    /** How a run ended. */
    record Result(int exit, String output) {}

    /**
     * Runs it.
     *
     * @throws IOException where it cannot be started or does not end in time
     */
    Result run(List<String> arguments, Instant deadline) throws IOException, InterruptedException {
        Path output = Files.createTempFile(scratch, "haproxy", ".out");
        try {
            List<String> command = new ArrayList<>(List.of(binary));
            command.addAll(arguments);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(Duration.between(Instant.now(), deadline).toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IOException("HAProxy did not end in time");
            }
            return new Result(process.exitValue(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }
}
