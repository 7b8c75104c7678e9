package io.lbaas.driver.host.ssh;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.channel.ChannelExec;

/** A lock on a host: a process there, which ends with the connection, and with the work's time if that end is not seen. */
final class SshLock extends OutputStream implements Closeable {
    private final CompletableFuture<Boolean> taken = new CompletableFuture<>();
    private final ChannelExec channel;

    private SshLock(ChannelExec channel) {
        this.channel = channel;
        channel.setOut(this);
        channel.addCloseFutureListener(closed -> taken.complete(false));
    }

    /** Takes the lock, empty where it was not free before the deadline. */
    static Optional<Closeable> take(SshConnection connection, Path file, Instant deadline) throws IOException {
        long patience = SshConnection.left(deadline).toSeconds() + 1;
        String line = "exec timeout %d flock -w %d %s sh -c 'echo taken; exec cat'"
                .formatted(patience + 1, patience, ShellWords.quoted(file.toString()));
        SshLock lock = new SshLock(connection.call(session -> session.createExecChannel(line)));
        try {
            connection.open(lock.channel);
            long left = SshConnection.left(deadline).toMillis();
            if (lock.taken.completeOnTimeout(false, left, TimeUnit.MILLISECONDS).join()) {
                return Optional.of(lock);
            }
        } catch (IOException e) {
            lock.channel.close(true);
            throw e;
        }
        lock.channel.close(true);
        return Optional.empty();
    }

    /** The first word from there. */
    @Override
    public void write(int b) {
        taken.complete(true);
    }

    @Override
    public void close() {
        channel.close(false);
    }
}
