package io.lbaas.driver.host.local;

import io.lbaas.driver.host.Host;
import io.lbaas.driver.host.HostFiles;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The agent's own host. */
public final class LocalHost implements Host {
    private static final File NOTHING = new File("/dev/null");

    private final HostFiles files = new LocalFiles();

    @Override
    public void begin(Instant deadline) {
        // It is always there.
    }

    @Override
    public boolean local() {
        return true;
    }

    @Override
    public HostFiles files() {
        return files;
    }

    @Override
    public Ended run(List<String> command, Instant deadline) throws IOException, InterruptedException {
        Path output = Files.createTempFile("lbaas", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(NOTHING)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                if (!process.waitFor(Duration.between(Instant.now(), deadline).toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IOException(command.get(0) + " did not end in time");
                }
                return new Ended(process.exitValue(), Files.readString(output));
            } finally {
                process.destroyForcibly();
            }
        } finally {
            Files.delete(output);
        }
    }

    @Override
    public long start(List<String> command, Path log) throws IOException {
        List<String> detached = new ArrayList<>(List.of("setsid"));
        detached.addAll(command);
        return new ProcessBuilder(detached)
                .redirectInput(NOTHING)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start()
                .pid();
    }

    @Override
    public String exchange(Path socket, String text, Instant deadline) throws IOException {
        return UnixSocket.exchange(socket, text, deadline);
    }

    @Override
    public Optional<Closeable> lock(Path file, Instant deadline) throws IOException, InterruptedException {
        return new LocalLock(file).take(deadline);
    }

    @Override
    public Optional<Closeable> hold(InetSocketAddress endpoint) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(endpoint);
            return Optional.of(socket);
        } catch (IOException e) {
            socket.close();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        // Nothing is open between two calls.
    }
}
