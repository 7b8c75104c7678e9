package io.lbaas.driver.host.ssh;

import io.lbaas.driver.host.Host;
import io.lbaas.driver.host.HostFiles;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.apache.sshd.common.session.ConnectionService;

/** A host over SSH, by one connection that is made anew where it was lost. */
final class SshHost implements Host {
    private static final Duration LOGIN = Duration.ofSeconds(10);
    /** What {@code timeout} ends with where it could not run the program. */
    private static final int CANNOT_BE_RUN = 126;

    private static final int NOT_FOUND = 127;

    private final SshTarget target;
    private final SshLogins logins;
    private final HostFiles files = new SshFiles(this);
    private SshConnection connection;

    SshHost(SshTarget target, SshLogins logins) {
        this.target = target;
        this.logins = logins;
    }

    @Override
    public void begin(Instant deadline) throws IOException {
        if (connection == null || !connection.isOpen()) {
            Instant patience = Instant.now().plus(LOGIN);
            Instant end = deadline.isBefore(patience) ? deadline : patience;
            connection = new SshConnection(target.name(), logins.login(target, end));
        }
        connection.limit(deadline);
    }

    SshConnection connection() {
        if (connection == null) {
            throw new IllegalStateException("No work was begun");
        }
        return connection;
    }

    @Override
    public boolean local() {
        return false;
    }

    @Override
    public HostFiles files() {
        return files;
    }

    @Override
    public Ended run(List<String> command, Instant deadline) throws IOException {
        Instant end = connection().limited(deadline);
        // What does not end is ended there too, a little after we have given it up.
        String patience = Long.toString(SshConnection.left(end).toSeconds() + 2);
        String line = "exec timeout " + patience + " " + ShellWords.line(command) + " </dev/null 2>&1";
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (ChannelExec channel = connection().call(session -> session.createExecChannel(line))) {
            channel.setOut(output);
            connection().open(channel);
            if (awaits(channel, end, ClientChannelEvent.CLOSED)) {
                int exit = connection().call(session -> exit(channel));
                String words = output.toString(StandardCharsets.UTF_8);
                if (exit == CANNOT_BE_RUN || exit == NOT_FOUND) {
                    throw new IOException(command.get(0) + " cannot be run: " + words.strip());
                }
                return new Ended(exit, words);
            }
            throw new IOException(command.get(0) + " did not end in time");
        }
    }

    private static Integer exit(ChannelExec channel) throws IOException {
        Integer exit = channel.getExitStatus();
        if (exit == null) {
            throw new IOException("A program did not say how it ended");
        }
        return exit;
    }

    @Override
    public long start(List<String> command, Path log) throws IOException {
        String line = "umask 077; setsid " + ShellWords.line(command) + " </dev/null >>"
                + ShellWords.quoted(log.toString()) + " 2>&1 & echo $!";
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (ChannelExec channel = connection().call(session -> session.createExecChannel(line))) {
            channel.setOut(output);
            connection().open(channel);
            if (awaits(channel, connection().limited(Instant.MAX), ClientChannelEvent.CLOSED)) {
                return Long.parseLong(output.toString(StandardCharsets.US_ASCII).strip());
            }
            throw new IOException(command.get(0) + " was not started in time");
        } catch (NumberFormatException e) {
            throw new IOException(command.get(0) + " cannot be started: " + output, e);
        }
    }

    private static boolean refused(Throwable failure) {
        return failure != null && (failure instanceof SshChannelOpenException || refused(failure.getCause()));
    }

    @Override
    public Optional<Closeable> lock(Path file, Instant deadline) throws IOException {
        return SshLock.take(connection(), file, connection().limited(deadline));
    }

    @Override
    public String exchange(Path socket, String text, Instant deadline) throws IOException {
        Instant end = connection().limited(deadline);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (StreamLocalChannel channel = new StreamLocalChannel(socket)) {
            connection().call(session -> {
                session.getService(ConnectionService.class).registerChannel(channel);
                return channel;
            });
            channel.setOut(answer);
            connection().open(channel);
            connection().call(session -> {
                try (OutputStream request = channel.getInvertedIn()) {
                    request.write(text.getBytes(StandardCharsets.UTF_8));
                }
                return channel;
            });
            if (awaits(channel, end, ClientChannelEvent.EOF, ClientChannelEvent.CLOSED)) {
                return answer.toString(StandardCharsets.UTF_8);
            }
            throw new SocketTimeoutException("No answer came in time");
        } catch (SshException e) {
            throw refused(e) ? (IOException) new ConnectException("Nobody listens on " + socket).initCause(e) : e;
        }
    }

    /** Waits for one of these, and says whether it came before the deadline. */
    private static boolean awaits(ClientChannel channel, Instant deadline, ClientChannelEvent... events) {
        return !channel.waitFor(Set.of(events), SshConnection.left(deadline)).contains(ClientChannelEvent.TIMEOUT);
    }

    /** It cannot be told from here: HAProxy or nginx is asked there. */
    @Override
    public Optional<Closeable> hold(InetSocketAddress endpoint) {
        return Optional.empty();
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
        }
    }
}
