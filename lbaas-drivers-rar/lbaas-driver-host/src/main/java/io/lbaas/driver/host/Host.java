package io.lbaas.driver.host;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A host that a load balancer's program runs on, as one session sees it. Paths are the host's. The agent's own host may be
 * used by any number of threads, others by one at a time.
 *
 * <p>Every method throws {@link HostException} where the host cannot be had.
 */
public interface Host extends Closeable {

    /**
     * Begins a piece of work, and connects where nothing is connected. Until the next one begins, every call ends by the
     * deadline, and once the connection is lost every call fails: a lock that was taken over it is lost too.
     */
    void begin(Instant deadline) throws IOException;

    /** Whether it is the agent's own. */
    boolean local();

    HostFiles files();

    /**
     * Runs a program to its end. No shell reads the command: each word is one argument.
     *
     * @throws IOException where it cannot be started or does not end in time
     */
    Ended run(List<String> command, Instant deadline) throws IOException, InterruptedException;

    /**
     * How a program ended.
     *
     * @param output what it printed, errors included
     */
    record Ended(int exit, String output) {}

    /**
     * Starts a program that goes on when the agent ends: in a session of its own, without input.
     *
     * @param log what it prints is added to this file
     * @return its process id
     */
    long start(List<String> command, Path log) throws IOException;

    /** The arguments of a running process with a NUL after each, empty where there is no such process. */
    default Optional<String> arguments(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            Optional<String> arguments = files().read(process.resolve("cmdline"));
            // One that has ended shows none until its parent has asked how.
            return arguments.filter(String::isEmpty).isPresent()
                    ? files().read(process.resolve("stat"))
                            .filter(stat -> !stat.contains(") Z "))
                            .map(stat -> "")
                    : arguments;
        } catch (IOException e) {
            // One that ends meanwhile is not missing from the directory, but cannot be read.
            if (files().size(process).isPresent()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** Sends a signal; nothing happens where there is no such process. */
    default void signal(long pid, Signal signal) throws IOException, InterruptedException {
        // By the shell, which has it built in; a program for it is not everywhere.
        List<String> command = List.of("/bin/sh", "-c", "kill -s \"$0\" \"$1\"", signal.name(), Long.toString(pid));
        run(command, Instant.now().plusSeconds(10));
    }

    /** What can be said to a process. */
    enum Signal {
        HUP,
        TERM,
        QUIT
    }

    /**
     * Sends text to a Unix socket, says that there is no more of it, and reads all of the answer.
     *
     * @throws java.net.SocketTimeoutException where the answer did not come in time
     * @throws java.net.ConnectException where nobody listens
     */
    String exchange(Path socket, String text, Instant deadline) throws IOException;

    /**
     * Takes a lock that keeps out other threads and other agents until it is closed, or whoever holds it ends.
     *
     * @param file whose name stands for the lock; made where it is not there
     * @return empty where the lock was not free before the deadline
     */
    Optional<Closeable> lock(Path file, Instant deadline) throws IOException, InterruptedException;

    /** Keeps a TCP address and port, empty where they are not free or that cannot be told from here. */
    Optional<Closeable> hold(InetSocketAddress endpoint) throws IOException;

    /** Ends what connects us to the host. Programs go on. */
    @Override
    void close();
}
