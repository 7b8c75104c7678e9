package io.lbaas.driver.host.ssh;

import io.lbaas.driver.host.HostException;
import io.lbaas.driver.spi.FailureKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** A connection that is logged in, with one channel for files. A call that does not end in time costs the connection. */
final class SshConnection {
    private final String name;
    private final ClientSession session;
    private Instant limit;
    private SftpClient sftp;

    SshConnection(String name, ClientSession session) {
        this.name = name;
        this.session = session;
    }

    /** What is done with the connection. */
    interface Use<T> {
        T of(ClientSession session) throws IOException;
    }

    /** What is done with files. */
    interface FileUse<T> {
        T of(SftpClient files) throws IOException;
    }

    /** Which host it leads to. */
    String name() {
        return name;
    }

    boolean isOpen() {
        return session.isOpen();
    }

    /** Makes every call end by then, until another limit is set. */
    void limit(Instant deadline) {
        limit = deadline;
    }

    /** The sooner of a call's deadline and the limit of all calls. */
    Instant limited(Instant deadline) {
        return deadline.isBefore(limit) ? deadline : limit;
    }

    <T> T files(FileUse<T> use) throws IOException {
        return call(opened -> {
            if (sftp == null) {
                sftp = SftpClientFactory.instance().createSftpClient(opened);
            }
            try {
                return use.of(sftp);
            } catch (UncheckedIOException e) {
                // What the client meets while it iterates over a directory.
                throw e.getCause();
            }
        });
    }

    /** Opens a channel. */
    void open(ClientChannel channel) throws IOException {
        call(opened -> channel.open().verify(left(limit)));
    }

    <T> T call(Use<T> use) throws IOException {
        CompletableFuture<Void> alarm = new CompletableFuture<>();
        CompletableFuture<?> late = alarm.orTimeout(left(limit).toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyAsync(timeout -> {
                    session.close(true);
                    return null;
                });
        try {
            return use.of(session);
        } catch (IOException | IllegalStateException e) {
            if (session.isOpen()) {
                throw e;
            }
            throw new HostException(FailureKind.UNREACHABLE, "The connection to " + name + " was lost", e);
        } finally {
            alarm.complete(null);
            late.join();
        }
    }

    /** The time until a deadline, at least a moment. */
    static Duration left(Instant deadline) {
        Duration left = Duration.between(Instant.now(), deadline);
        return left.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : left;
    }

    void close() {
        session.close(true);
    }
}
