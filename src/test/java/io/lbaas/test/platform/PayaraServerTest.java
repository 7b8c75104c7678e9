package io.lbaas.test.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.traffic.Ports;
import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.LbaasServer;
import io.lbaas.test.harness.SharedServer;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The deployment guide, step by step, on a database of its own beside the shared server's. */
@ExtendWith(SharedServer.class)
class PayaraServerTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("lbaas.checkout"));
    private static final Path PAYARA = Path.of(System.getProperty("lbaas.payara-server"));
    private static final String ASADMIN = PAYARA.resolve("bin/asadmin").toString();
    private static final String DOMAIN = "guide";
    private static final int BELOW_EPHEMERAL_PORTS = 20_000;
    private static final int HTTP = 80;

    @Test
    void theGuideLeadsToALoadBalancerThatIsActive(LbaasServer server, @TempDir Path temporary)
            throws IOException, SQLException {
        try (Connection connection = server.database();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE guide");
        }
        int portBase = BELOW_EPHEMERAL_PORTS + Ports.free() % 100 * 100;
        Path output = temporary.resolve("output");
        Path credentials = temporary.resolve("credentials");
        Map<String, String> environment = Map.of(
                "PAYARA_HOME", PAYARA.toString(),
                "POSTGRESQL_JAR",
                        LbaasServer.installation().resolve("lib/postgresql.jar").toString(),
                "LBAAS_EAR", LbaasServer.installation().resolve("lbaas.ear").toString(),
                "LBAAS_DB_URL", "jdbc:postgresql://127.0.0.1:" + server.databasePort() + "/guide",
                "LBAAS_DB_USER", "lbaas",
                "LBAAS_DB_PASSWORD", server.secret("database"),
                "LBAAS_NODE", "guide-1",
                "DOMAIN", DOMAIN,
                "PORT_BASE", Integer.toString(portBase),
                "CREDENTIALS_FILE", credentials.toString());
        run(environment, CHECKOUT.resolve("lbaas").toString(), "migrate");
        try {
            run(
                    environment,
                    "sh",
                    CHECKOUT.resolve("docs/payara-server/deploy.sh").toString());

            Api api = Api.withNetrc(portBase + HTTP, credentials);
            String subnet = add(api, "vip-subnets", "{\"name\": \"guide\", \"cidr\": \"127.20.0.0/24\"}");
            String device = add(
                    api,
                    "devices",
                    """
                    {"name": "first", "driver": "noop", "settings": {}, "capacity": 10, "state": "ENABLED",
                     "vip_subnet_ids": []}""");
            Awaitility.await().until(() -> api.send("GET", "/admin/v1/devices/" + device, null)
                    .body()
                    .contains("\"health\":\"REACHABLE\""));
            String id = api.create(
                            "loadbalancers",
                            "loadbalancer",
                            Json.createObjectBuilder()
                                    .add("vip_subnet_id", subnet)
                                    .add("provider", "noop"))
                    .getString("id");
            assertThat(api.awaitStatus("loadbalancers/" + id, "loadbalancer", "ACTIVE")
                            .getString("provider"))
                    .isEqualTo("noop");
        } finally {
            // Their failure would hide why there is no domain.
            start(environment, output, ASADMIN, "stop-domain", "--kill", DOMAIN)
                    .onExit()
                    .join();
            start(environment, output, ASADMIN, "delete-domain", DOMAIN)
                    .onExit()
                    .join();
        }
    }

    private static String add(Api api, String collection, String attributes) {
        Api.Answer answer = api.send("POST", "/admin/v1/" + collection, attributes);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().getString("id");
    }

    private static void run(Map<String, String> environment, String... command) throws IOException {
        Path output = Files.createTempFile("guide", ".log");
        Process process = start(environment, output, command);
        assertThat(process.onExit().join().exitValue())
                .as(Files.readString(output))
                .isZero();
    }

    private static Process start(Map<String, String> environment, Path output, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(CHECKOUT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
