package io.lbaas.driver.host.ssh;

import io.lbaas.driver.host.HostException;
import io.lbaas.driver.spi.FailureKind;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.channel.ChannelExec;

/** A lock on a host: a process there, which ends with the connection, and with the work's time if that end is not seen. */
final class SshLock extends OutputStream implements Closeable {
    private static final String HELD = "held\n";
    private static final String TAKEN = "taken\n";

    /** Tells that somebody has the lock before it waits for it, so that a slow host is not taken for a busy one. */
    private static final String SCRIPT =
            """
            exec 9>>"$0"
            flock -n 9 || { [ $? = 1 ] && echo held && flock -w "$1" 9; } && echo taken && exec cat
            """;

    private final ByteArrayOutputStream words = new ByteArrayOutputStream();
    private final CompletableFuture<Void> answered = new CompletableFuture<>();
    private final ChannelExec channel;

    private SshLock(ChannelExec channel) {
        this.channel = channel;
        channel.setOut(this);
        channel.addCloseFutureListener(closed -> answered.complete(null));
    }

    /**
     * Takes the lock, empty where others had it until the deadline.
     *
     * @throws IOException where it cannot be taken, or the host does not say whether it can
     */
    static Optional<Closeable> take(SshConnection connection, Path file, Instant deadline) throws IOException {
        long patience = SshConnection.left(deadline).toSeconds() + 1;
        List<String> script = List.of("/bin/sh", "-c", SCRIPT, file.toString(), Long.toString(patience));
        String line = "exec timeout " + (patience + 1) + " " + ShellWords.line(script) + " 2>&1";
        SshLock lock = new SshLock(connection.call(session -> session.createExecChannel(line)));
        try {
            connection.open(lock.channel);
            lock.answered
                    .completeOnTimeout(null, SshConnection.left(deadline).toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            if (lock.taken()) {
                return Optional.of(lock);
            }
            if (!lock.said().equals(HELD)) {
                throw lock.silent(connection, file);
            }
        } catch (IOException e) {
            lock.close();
            throw e;
        }
        lock.close();
        return Optional.empty();
    }

    private IOException silent(SshConnection connection, Path file) {
        return said().isEmpty()
                ? new HostException(FailureKind.UNREACHABLE, connection.name() + " did not answer in time", null)
                : new IOException(file + " cannot be locked: " + said().strip());
    }

    @Override
    public synchronized void write(int b) {
        words.write(b);
        if (b == '\n' && taken()) {
            answered.complete(null);
        }
    }

    private synchronized String said() {
        return words.toString(StandardCharsets.UTF_8);
    }

    private boolean taken() {
        return said().endsWith(TAKEN);
    }

    @Override
    public void close() {
        channel.close(false);
    }
}
