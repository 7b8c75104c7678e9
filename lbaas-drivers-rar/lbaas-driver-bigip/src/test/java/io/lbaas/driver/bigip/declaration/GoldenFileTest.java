package io.lbaas.driver.bigip.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.bigip.simulator.Schema;
import io.lbaas.driver.spi.Change;
import io.lbaas.model.Algorithm;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.MonitorType;
import io.lbaas.model.PersistenceType;
import io.lbaas.model.PoolProtocol;
import io.lbaas.model.PoolTls;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whole declarations as they are meant to read; AS3 would accept each of them. */
class GoldenFileTest {

    private static void assertRendered(SampleTree tree, String name) throws IOException {
        assertThat(SupportCheck.check(tree.build()).problems()).isEmpty();
        assertRendered(new Change.Apply(tree.build(), 7, Instant.MAX, SampleTree.MATERIALS), name);
    }

    private static void assertRendered(Change change, String name) throws IOException {
        JsonObject declaration = Declared.declaration(List.of(Declared.of(change, "auto")), Map.of());
        assertThat(Schema.check(declaration)).isEmpty();
        try (InputStream golden = GoldenFileTest.class.getResourceAsStream(name)) {
            assertThat(pretty(declaration)).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String pretty(JsonObject declaration) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.write(declaration);
        }
        return text + "\n";
    }

    @Test
    void http_with_application_cookie_and_http_monitor() throws IOException {
        assertRendered(new SampleTree(), "http.json");
    }

    @Test
    void http_with_own_cookie_weights_backup_and_members_that_are_off() throws IOException {
        SampleTree tree = new SampleTree();
        tree.headers = Map.of();
        tree.cidrs = List.of();
        tree.persistence = PersistenceType.HTTP_COOKIE;
        tree.algorithm = Algorithm.LEAST_CONNECTIONS;
        tree.connectionLimit = 500;
        tree.monitor = null;
        tree.members = List.of(
                SampleTree.member("10.1.1.1", 256, false, true),
                SampleTree.member("10.1.1.2", 128, false, true),
                SampleTree.member("10.1.1.3", 0, false, true),
                SampleTree.member("10.1.1.4", 1, false, false),
                SampleTree.member("10.1.1.5", 1, true, true));
        assertRendered(tree, "http-members.json");
    }

    @Test
    void tcp_by_source_address_with_members_that_are_checked_elsewhere() throws IOException {
        SampleTree tree = new SampleTree();
        tree.vip = "fd00::a";
        tree.protocol = ListenerProtocol.TCP;
        tree.headers = Map.of();
        tree.poolProtocol = PoolProtocol.TCP;
        tree.algorithm = Algorithm.SOURCE_IP;
        tree.persistence = null;
        tree.monitor = MonitorType.TCP;
        tree.members = List.of(SampleTree.checkedElsewhere("fd00::1", "fd00::2"));
        assertRendered(tree, "tcp.json");
    }

    @Test
    void udp_with_persistence() throws IOException {
        SampleTree tree = new SampleTree();
        tree.protocol = ListenerProtocol.UDP;
        tree.headers = Map.of();
        tree.cidrs = null;
        tree.poolProtocol = PoolProtocol.UDP;
        tree.persistence = PersistenceType.SOURCE_IP;
        tree.monitor = MonitorType.UDP_CONNECT;
        assertRendered(tree, "udp.json");
    }

    @Test
    void https_passed_through_with_tls_monitor() throws IOException {
        SampleTree tree = new SampleTree();
        tree.protocol = ListenerProtocol.HTTPS;
        tree.headers = Map.of();
        tree.cidrs = null;
        tree.poolProtocol = PoolProtocol.HTTPS;
        tree.persistence = null;
        tree.monitor = MonitorType.TLS_HELLO;
        assertRendered(tree, "https.json");
    }

    @Test
    void terminated_https_with_server_names_client_certificates_and_encrypted_members() throws IOException {
        SampleTree tree = new SampleTree().terminated();
        tree.headers = Map.of("X-SSL-Client-CN", "true", "X-SSL-Client-Verify", "true");
        tree.cidrs = null;
        tree.persistence = null;
        tree.monitor = MonitorType.PING;
        tree.memberTls = new PoolTls(true, "shop", "ca", null, null, null, null);
        assertRendered(tree, "terminated-https.json");
    }

    @Test
    void http_with_l7_policies() throws IOException {
        SampleTree tree = new SampleTree();
        tree.l7 = true;
        tree.headers = Map.of("X-Forwarded-Port", "true");
        tree.cidrs = null;
        tree.persistence = null;
        tree.monitor = null;
        assertRendered(tree, "l7.json");
    }

    @Test
    void removed() throws IOException {
        assertRendered(new Change.Remove(new UUID(0, 1), 8, Instant.MAX), "removed.json");
    }
}
