package io.lbaas.test.harness;

import static org.awaitility.Awaitility.await;

import io.lbaas.driver.contract.traffic.Ports;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The whole system, started as a newcomer starts it: by the script at the top of the checkout. */
public final class LbaasServer implements AutoCloseable {
    private static final Path CHECKOUT =
            Path.of(System.getProperty("lbaas.checkout")).toAbsolutePath().normalize();
    private static final Path INSTALLATION = CHECKOUT.resolve("lbaas-ear/lbaas-launcher/target/lbaas");
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final Path dataDir;
    private final int httpPort = Ports.free();
    private final int databasePort = Ports.free();
    private final int brokerPort = Ports.free();
    private final Map<String, String> environment;
    private Process process;

    /** A server over that data directory; it may hold what an earlier one left. */
    public LbaasServer(Path dataDir, Map<String, String> environment) {
        this.dataDir = dataDir;
        this.environment = environment;
    }

    /** Starts and waits until the server says that it is ready. */
    public LbaasServer start() {
        ProcessBuilder builder = new ProcessBuilder(CHECKOUT.resolve("lbaas").toString(), "run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().put("LBAAS_DATA_DIR", dataDir.toString());
        builder.environment().put("LBAAS_HTTP_PORT", Integer.toString(httpPort));
        builder.environment().put("LBAAS_DB_PORT", Integer.toString(databasePort));
        builder.environment().put("LBAAS_BROKER_PORT", Integer.toString(brokerPort));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await().atMost(START_LIMIT).pollInterval(Duration.ofMillis(200)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The server ended: " + Files.readString(log()));
            }
            // A server without its application has no readiness checks, and calls itself ready.
            return Api.answers(httpPort, "/healthcheck") && Api.answers(httpPort, "/health/ready");
        });
        return this;
    }

    public int httpPort() {
        return httpPort;
    }

    /** The embedded database, as its owner. */
    public Connection database() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/lbaas", "lbaas", secret("database"));
    }

    /** The broker's own administration tool. */
    public BrokerTool broker() {
        Path passwords = dataDir.resolve("secrets/imqcmd");
        try {
            Files.writeString(passwords, "imq.imqcmd.password=" + secret("broker") + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BrokerTool(INSTALLATION.resolve("mq"), brokerPort, passwords);
    }

    /** Where the build laid out what the script starts. */
    public static Path installation() {
        return INSTALLATION;
    }

    public int databasePort() {
        return databasePort;
    }

    public int brokerPort() {
        return brokerPort;
    }

    public Path dataDir() {
        return dataDir;
    }

    /** What it has printed. */
    public Path log() {
        return dataDir.resolveSibling(dataDir.getFileName() + ".log");
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** A client with the administrator's credentials of this start. */
    public Api admin() {
        return Api.withNetrc(httpPort, dataDir.resolve("admin-credentials"));
    }

    /** The administrator's password of this start. */
    public String adminPassword() {
        return Api.netrc(dataDir.resolve("admin-credentials")).password();
    }

    /** A client with an account, which is made or changed to be so. */
    public Api account(String name, String password, String project, Collection<String> roles) {
        String account = Json.createObjectBuilder()
                .add("password", password)
                .add("project_id", project)
                .add("roles", Json.createArrayBuilder(roles))
                .build()
                .toString();
        Api.Answer answer = admin().send("PUT", "/admin/v1/accounts/" + name, account);
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return Api.withPassword(httpPort, name, password);
    }

    /** A generated password of this data directory. */
    public String secret(String name) {
        try {
            return Files.readString(dataDir.resolve("secrets").resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server is gone from one instruction to the next, as in a power cut of its host. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** SIGTERM, as an operator's service manager sends it. Returns the exit code. */
    public int stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The server did not stop within " + STOP_LIMIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            stop();
        }
    }
}
