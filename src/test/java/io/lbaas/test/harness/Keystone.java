package io.lbaas.test.harness;

import static org.awaitility.Awaitility.await;

import io.lbaas.driver.contract.traffic.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A real Keystone, as packaged by the distribution, over files of its own. */
public final class Keystone implements AutoCloseable {
    public static final String ADMIN = "admin";
    public static final String REGION = "RegionOne";
    private static final Path MANAGE = Path.of("/usr/bin/keystone-manage");
    private static final Path SERVE = Path.of("/usr/bin/keystone-wsgi-public");

    private final Path directory;
    private final int port = Ports.free();
    private final String password = "admin-" + port;
    private Process process;

    public Keystone(Path directory) {
        this.directory = directory;
    }

    /** Whether this machine has the programs. */
    public static boolean isInstalled() {
        return Files.isExecutable(MANAGE) && Files.isExecutable(SERVE);
    }

    /** Makes a new database with an administrator in it, and starts. Our API is all that the catalogue has. */
    public Keystone start(String api) {
        try {
            Files.createDirectories(directory);
            Files.writeString(
                    configuration(),
                    """
                    [database]
                    connection = sqlite:///%1$s/keystone.db
                    [fernet_tokens]
                    key_repository = %1$s/fernet
                    [credential]
                    key_repository = %1$s/credential
                    [identity]
                    password_hash_rounds = 4
                    [catalog]
                    driver = templated
                    template_file = %1$s/catalog
                    """
                            .formatted(directory.toAbsolutePath()));
            Files.writeString(
                    directory.resolve("catalog"),
                    """
                    catalog.%1$s.load-balancer.publicURL = %2$s
                    catalog.%1$s.load-balancer.name = load-balancer
                    catalog.%1$s.network.publicURL = %2$s
                    catalog.%1$s.network.name = network
                    """
                            .formatted(REGION, api));
            String user = System.getProperty("user.name");
            manage("db_sync");
            manage("fernet_setup", "--keystone-user", user, "--keystone-group", user);
            manage("credential_setup", "--keystone-user", user, "--keystone-group", user);
            manage("bootstrap", "--bootstrap-password", password);
            serve();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts again over what is there. */
    public void serve() throws IOException {
        process = new ProcessBuilder(
                        SERVE.toString(),
                        "--host",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--",
                        "--config-file",
                        configuration().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        await().atMost(Duration.ofSeconds(60)).until(() -> Api.answers(port, "/v3"));
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** A client of its API, as the administrator. */
    public KeystoneAdmin admin() {
        return new KeystoneAdmin(url(), password);
    }

    private Path configuration() {
        return directory.resolve("keystone.conf");
    }

    private Path log() {
        return directory.resolve("keystone.log");
    }

    private void manage(String... command) throws IOException {
        List<String> line = new ArrayList<>(
                List.of(MANAGE.toString(), "--config-file", configuration().toString()));
        line.addAll(List.of(command));
        Process started = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        if (started.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(Files.readString(log()));
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
