package io.lbaas.test.path;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.driver.contract.TestAuthority;
import io.lbaas.driver.contract.traffic.Backend;
import io.lbaas.driver.contract.traffic.TlsClient;
import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.LbaasServer;
import io.lbaas.test.harness.SharedServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Certificates from their upload to a handshake, and nowhere else. */
@ExtendWith(SharedServer.class)
class TlsPathTest {
    private static final int PORT = 8443;

    private final LbaasServer server;
    private final Api api;
    private final TestAuthority authority = new TestAuthority();
    private final TlsClient probe = new TlsClient(authority);

    TlsPathTest(LbaasServer server) {
        this.server = server;
        api = server.admin();
    }

    @Test
    void anUploadedCertificateIsServedAndItsKeyIsNowhereElse() throws IOException, SQLException {
        TestAuthority.Issued site = authority.issue("site.example");
        TestAuthority.Issued shop = authority.issue("shop.example");
        String siteReference = upload("POST", "", site);
        String shopReference = upload("POST", "", shop);
        try (Backend red = new Backend("red")) {
            Site plain = Site.create(api, "tls");
            plain.addMember(red);
            String listener = terminate(plain, siteReference, shopReference);

            assertThat(probe.get(plain.address(), PORT, "site.example").certificate())
                    .isEqualTo(site.certificate());
            TlsClient.Answer answer = probe.get(plain.address(), PORT, "shop.example");
            assertThat(answer.certificate()).isEqualTo(shop.certificate());
            assertThat(answer.text()).endsWith("red");
            assertThat(delete(siteReference)).isEqualTo(409);
            TestAuthority.Issued renewed = authority.issue("site.example");
            upload("PUT", id(siteReference), renewed);
            await().until(() -> probe.get(plain.address(), PORT, "site.example")
                    .certificate()
                    .equals(renewed.certificate()));

            assertNowhere(site);
            assertNowhere(shop);
            assertNowhere(renewed);
            api.awaitStatus("listeners/" + listener, "listener", "ACTIVE");
            plain.delete();
            assertThat(delete(siteReference)).isEqualTo(204);
            assertThat(delete(shopReference)).isEqualTo(204);
        }
    }

    @Test
    void whatCannotBeUsedIsRefusedAtOnce() {
        Site site = Site.create(api, "no-tls");
        String missing = "http://127.0.0.1/tls/v1/containers/11111111-1111-4111-8111-111111111111";
        String body = Json.createObjectBuilder()
                .add("listener", listener(site, missing, missing))
                .build()
                .toString();

        Api.Answer answer = api.send("POST", "/v2/lbaas/listeners", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("faultstring"))
                .isEqualTo("Could not retrieve certificate: [" + missing + "]");
        Api.Answer nonsense = api.send("POST", "/tls/v1/containers", "{\"container\": {\"pem\": \"nonsense\"}}");
        assertThat(nonsense.status()).as(nonsense.body()).isEqualTo(400);
        site.delete();
    }

    private String terminate(Site site, String certificate, String other) {
        JsonObject created = api.create(
                "listeners",
                "listener",
                Json.createObjectBuilder(listener(site, certificate, other)).add("default_pool_id", site.pool()));
        assertThat(created.getJsonArray("tls_versions")).hasSize(2);
        api.awaitStatus("listeners/" + created.getString("id"), "listener", "ACTIVE");
        return created.getString("id");
    }

    private static JsonObject listener(Site site, String certificate, String other) {
        return Json.createObjectBuilder()
                .add("loadbalancer_id", site.loadBalancer())
                .add("protocol", "TERMINATED_HTTPS")
                .add("protocol_port", PORT)
                .add("default_tls_container_ref", certificate)
                .add("sni_container_refs", Json.createArrayBuilder().add(other))
                .build();
    }

    private String upload(String method, String id, TestAuthority.Issued issued) {
        String body = Json.createObjectBuilder()
                .add("container", Json.createObjectBuilder().add("name", "site").add("pem", issued.bundle()))
                .build()
                .toString();
        Api.Answer answer = api.send(method, "/tls/v1/containers" + id, body);
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
        assertThat(answer.body()).doesNotContain("PRIVATE KEY");
        return answer.json().getJsonObject("container").getString("container_ref");
    }

    private int delete(String reference) {
        return api.send("DELETE", "/tls/v1/containers" + id(reference), null).status();
    }

    private static String id(String reference) {
        return reference.substring(reference.lastIndexOf('/'));
    }

    /** Looks into every file but the device's own, and into the database as its owner sees it. */
    private void assertNowhere(TestAuthority.Issued issued) throws IOException, SQLException {
        // A line in the middle of the key, so that it does not matter how it is wrapped.
        String key = issued.material().privateKey().lines().skip(2).findFirst().orElseThrow();
        assertThat(dump()).doesNotContain(key);
        try (Stream<Path> files = Files.walk(server.dataDir())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getParent().getFileName().toString().equals("tls")) {
                    assertThat(new String(bytes(file), ISO_8859_1))
                            .as("%s", file)
                            .doesNotContain(key);
                }
            }
        }
    }

    /** Files of a running system come and go. */
    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private String dump() throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Connection database = server.database();
                Statement statement = database.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found = statement.executeQuery(
                    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("SELECT t::text FROM \"" + table + "\" t")) {
                    while (rows.next()) {
                        text.append(rows.getString(1)).append('\n');
                    }
                }
            }
        }
        return text.toString();
    }
}
