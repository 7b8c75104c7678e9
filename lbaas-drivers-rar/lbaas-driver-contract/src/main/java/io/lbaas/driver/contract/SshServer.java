package io.lbaas.driver.contract;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real OpenSSH server on this machine, with keys of its own, that lets in the account of the test. */
public final class SshServer implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/sshd");
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);
    private static final String USER = System.getProperty("user.name");

    private final List<String> where;
    private final String address;
    private final Path directory;
    private final int port;
    private Process process;

    private SshServer(List<String> where, String address, Path directory, int port) {
        this.where = where;
        this.address = address;
        this.directory = directory;
        this.port = port;
    }

    /** Starts one on a free port of the loopback. */
    public static SshServer start() {
        return start("");
    }

    /** Starts one with a setting of sshd in the place of its own. */
    public static SshServer start(String setting) {
        return start(List.of(), "127.0.0.1", setting);
    }

    /** Starts one on another host, which is a network namespace of this machine with that address. */
    public static SshServer start(String namespace, String address) {
        return start(List.of("ip", "netns", "exec", namespace), address, "");
    }

    private static SshServer start(List<String> where, String address, String setting) {
        assertThat(PROGRAM)
                .as("These tests need OpenSSH, in Debian the package openssh-server")
                .isExecutable();
        try {
            Path directory = Files.createTempDirectory("sshd");
            int port = freePort();
            for (String type : List.of("ed25519", "rsa")) {
                run(
                        "ssh-keygen",
                        "-q",
                        "-t",
                        type,
                        "-N",
                        "",
                        "-f",
                        directory.resolve("host-" + type).toString());
            }
            run(
                    "ssh-keygen",
                    "-q",
                    "-t",
                    "ed25519",
                    "-N",
                    "",
                    "-f",
                    directory.resolve("user").toString());
            Files.copy(directory.resolve("user.pub"), directory.resolve("authorized"));
            Files.writeString(directory.resolve("config"), config(directory, address, port, setting));
            if (USER.equals("root")) {
                // Where it locks itself in; the package's service makes it.
                Files.createDirectories(Path.of("/run/sshd"));
            }
            SshServer server = new SshServer(where, address, directory, port);
            server.up();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Of each setting the first holds. The home is empty: bash, where that is the account's shell, reads its files before
     * each command. The key exchange that withstands quantum computers takes some tenths of a second each time.
     */
    private static String config(Path directory, String address, int port, String setting) {
        return """
                %4$s
                KexAlgorithms curve25519-sha256
                ListenAddress %2$s:%3$d
                HostKey %1$s/host-ed25519
                HostKey %1$s/host-rsa
                AuthorizedKeysFile %1$s/authorized
                PasswordAuthentication no
                PermitRootLogin prohibit-password
                AllowTcpForwarding local
                AllowStreamLocalForwarding local
                StrictModes no
                UsePAM no
                SetEnv HOME=%1$s
                PidFile none
                MaxStartups 100
                MaxSessions 100
                Subsystem sftp internal-sftp
                """
                .formatted(directory, address, port, setting);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void run(String... command) throws IOException {
        try {
            assertThat(new ProcessBuilder(command).start().waitFor())
                    .as(command[0])
                    .isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private boolean listens() throws IOException {
        assertThat(process.isAlive()).as(() -> text("log")).isTrue();
        try (Socket socket = new Socket(address, port)) {
            return socket.isConnected();
        } catch (java.net.ConnectException e) {
            return false;
        }
    }

    private String text(String file) {
        try {
            return Files.readString(directory.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes it listen again. */
    public void up() throws IOException {
        List<String> command = new ArrayList<>(where);
        command.addAll(List.of(
                PROGRAM.toString(),
                "-D",
                "-e",
                "-f",
                directory.resolve("config").toString()));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        await().atMost(10, SECONDS)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK_AGAIN)
                .until(this::listens);
    }

    /** Makes it end, and all connections with it. */
    public void down() {
        cut();
        process.destroyForcibly().onExit().join();
    }

    /** The settings of a device on this server's host, without the driver's own. */
    public Map<String, String> settings() {
        return Map.of(
                "transport",
                "ssh",
                "host",
                address,
                "port",
                Integer.toString(port),
                "user",
                USER,
                "host-key",
                hostKey("ed25519"));
    }

    public Map<String, String> credentials() {
        return Map.of("private-key", text("user"));
    }

    /** The public key of a type, {@code ed25519} or {@code rsa}. */
    public String hostKey(String type) {
        return text("host-" + type + ".pub").strip();
    }

    /** Cuts all connections; new ones can be made. */
    public void cut() {
        sessions().forEach(ProcessHandle::destroyForcibly);
        await().atMost(10, SECONDS)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK_AGAIN)
                .until(() -> sessions().isEmpty());
    }

    /** Makes it hang, as a host does that swaps: its connections stay, and nothing answers. */
    public void hang() throws IOException {
        signal("-STOP");
    }

    public void goOn() throws IOException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException {
        for (ProcessHandle one : Stream.concat(Stream.of(process.toHandle()), sessions().stream())
                .toList()) {
            // One that has ended meanwhile is as good as any.
            run("/bin/sh", "-c", "kill %1$s %2$d || ! kill -0 %2$d".formatted(signal, one.pid()));
        }
    }

    /** The server's processes for each connection, without what they run. */
    private List<ProcessHandle> sessions() {
        return process.descendants()
                .filter(child -> child.info().command().orElse("").equals(PROGRAM.toString()))
                .toList();
    }

    @Override
    public void close() {
        try {
            goOn();
            down();
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
