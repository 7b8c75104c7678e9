package io.lbaas.test.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.driver.contract.traffic.Backend;
import io.lbaas.driver.contract.traffic.Load;
import io.lbaas.driver.contract.traffic.Ports;
import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.Api.Answer;
import io.lbaas.test.harness.LbaasServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The driver of the guide, put beside the application as it was built, drives its device. */
class ThirdPartyDriverTest {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("lbaas.checkout"), "examples/lbaas-driver-example/target");
    private static final String PASSWORD = "open sesame";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int management = Ports.free();
    private final int clients = Ports.free();

    @Test
    void aDriverThatWasPutIntoTheDirectoryServes(@TempDir Path temporary) throws IOException {
        Path dataDir = temporary.resolve("data");
        Path drivers = Files.createDirectories(dataDir.resolve("drivers"));
        Files.copy(EXAMPLE.resolve("example.rar"), drivers.resolve("example.rar"));
        Process appliance = start();
        try (LbaasServer server = new LbaasServer(dataDir, Map.of("LBAAS_AUDIT_PERIOD", "PT3S")).start();
                Backend red = new Backend("red")) {
            Api api = server.admin();
            String device = register(api);
            String address = create(api, red);
            assertThat(Load.once(address, clients)).isEqualTo("red");

            appliance.destroyForcibly().onExit().join();
            Process forgetful = start();
            try {
                await().atMost(PATIENCE).ignoreExceptions().until(() -> Load.once(address, clients)
                        .equals("red"));
                assertThat(api.send("GET", "/admin/v1/devices/" + device + "/audit", null)
                                .body())
                        .contains("MISSING");
            } finally {
                forgetful.destroyForcibly();
            }
        } finally {
            appliance.destroyForcibly();
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        "java",
                        "-cp",
                        EXAMPLE.resolve("classes").toString(),
                        "io.lbaas.example.appliance.Appliance",
                        Integer.toString(management),
                        PASSWORD)
                .inheritIO()
                .start();
    }

    private String register(Api api) {
        String body = Json.createObjectBuilder()
                .add("name", "appliance")
                .add("driver", "example")
                .add("capacity", 10)
                .add("state", "ENABLED")
                .add("vip_subnet_ids", Json.createArrayBuilder())
                .add("settings", Json.createObjectBuilder().add("address", "127.0.0.1:" + management))
                .add("credentials", Json.createObjectBuilder().add("password", PASSWORD))
                .build()
                .toString();
        Answer answer = api.send("POST", "/admin/v1/devices", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        String id = answer.json().getString("id");
        await().atMost(PATIENCE)
                .until(
                        () -> api.send("GET", "/admin/v1/devices/" + id, null).json(),
                        found -> !found.isNull("product"));
        return id;
    }

    private String create(Api api, Backend member) {
        var members = Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("address", "127.0.0.1").add("protocol_port", member.port()));
        var pool = Json.createObjectBuilder()
                .add("name", "pool")
                .add("protocol", "TCP")
                .add("lb_algorithm", "ROUND_ROBIN")
                .add("members", members);
        var listener = Json.createObjectBuilder()
                .add("protocol", "TCP")
                .add("protocol_port", clients)
                .add("default_pool", pool);
        JsonObject loadBalancer = api.create(
                "loadbalancers",
                "loadbalancer",
                Json.createObjectBuilder()
                        .add("provider", "example")
                        .add("vip_subnet_id", api.subnet())
                        .add("listeners", Json.createArrayBuilder().add(listener)));
        api.awaitStatus("loadbalancers/" + loadBalancer.getString("id"), "loadbalancer", "ACTIVE");
        return loadBalancer.getString("vip_address");
    }
}
