package io.lbaas.test.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.LbaasServer;
import jakarta.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

    @Test
    void aStopAndAStartKeepAllDataAndRenewTheAdministratorsPassword(@TempDir Path temporary) throws Exception {
        Path dataDir = temporary.resolve("data");
        try (LbaasServer server = new LbaasServer(dataDir, Map.of()).start()) {
            Path credentials = dataDir.resolve("admin-credentials");
            String before = Files.readString(credentials);
            Api api = server.admin();
            String subnet = api.subnet();
            String id = api.create(
                            "loadbalancers",
                            "loadbalancer",
                            Json.createObjectBuilder().add("vip_subnet_id", subnet))
                    .getString("id");
            api.awaitStatus("loadbalancers/" + id, "loadbalancer", "ACTIVE");

            assertThat(server.stop()).isZero();
            server.start();

            assertThat(Files.readString(credentials)).isNotEqualTo(before);
            assertThat(Files.getPosixFilePermissions(credentials))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(api.send("GET", "/v2/lbaas/loadbalancers", null).status())
                    .isEqualTo(401);
            assertThat(server.admin()
                            .show("loadbalancers/" + id, "loadbalancer")
                            .getString("provisioning_status"))
                    .isEqualTo("ACTIVE");
        }
    }
}
