package io.lbaas.driver.haproxy.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.spi.TlsMaterial;
import io.lbaas.driver.spi.TlsMaterials;
import io.lbaas.model.Algorithm;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.MonitorType;
import io.lbaas.model.PersistenceType;
import io.lbaas.model.PoolProtocol;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole configurations as they are meant to read. */
class GoldenFileTest {
    private static final TlsMaterials MATERIALS =
            new TlsMaterials(Map.of(SampleTree.REFERENCE, new TlsMaterial("certificate\n", "key\n", "")));

    private static void assertRendered(SampleTree tree, String name) throws IOException {
        try (InputStream golden = GoldenFileTest.class.getResourceAsStream(name)) {
            assertThat(SupportCheck.check(tree.build()).problems()).isEmpty();
            RenderedConfig rendered = LoadBalancerRenderer.render(tree.build(), MATERIALS);
            StringBuilder text = new StringBuilder(rendered.text());
            rendered.files()
                    .forEach(file ->
                            text.append("\n# ").append(file.name()).append('\n').append(file.content()));
            assertThat(text.toString()).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void http_with_application_cookie_and_http_monitor() throws IOException {
        assertRendered(new SampleTree(), "http.cfg");
    }

    @Test
    void http_with_own_cookie_and_member_that_is_off() throws IOException {
        SampleTree tree = new SampleTree();
        tree.headers = Map.of();
        tree.cidrs = List.of();
        tree.persistence = PersistenceType.HTTP_COOKIE;
        tree.monitor = null;
        tree.adminStateUp = false;
        tree.backup = true;
        assertRendered(tree, "http-cookie.cfg");
    }

    @Test
    void tcp_with_proxy_protocol_and_source_address() throws IOException {
        SampleTree tree = new SampleTree();
        tree.vip = "fd00::a";
        tree.protocol = ListenerProtocol.TCP;
        tree.connectionLimit = 500;
        tree.headers = Map.of();
        tree.poolProtocol = PoolProtocol.PROXYV2;
        tree.algorithm = Algorithm.SOURCE_IP;
        tree.persistence = PersistenceType.SOURCE_IP;
        tree.monitor = MonitorType.TCP;
        assertRendered(tree, "tcp.cfg");
    }

    @Test
    void https_passed_through_with_tls_monitor() throws IOException {
        SampleTree tree = new SampleTree();
        tree.protocol = ListenerProtocol.HTTPS;
        tree.headers = Map.of();
        tree.cidrs = null;
        tree.poolProtocol = PoolProtocol.HTTPS;
        tree.algorithm = Algorithm.LEAST_CONNECTIONS;
        tree.persistence = null;
        tree.monitor = MonitorType.TLS_HELLO;
        assertRendered(tree, "https.cfg");
    }

    @Test
    void metrics_and_a_pool_that_waits() throws IOException {
        SampleTree tree = new SampleTree();
        tree.protocol = ListenerProtocol.PROMETHEUS;
        tree.headers = Map.of();
        assertRendered(tree, "prometheus.cfg");
    }

    @Test
    void tcp_with_pings() throws IOException {
        SampleTree tree = new SampleTree();
        tree.protocol = ListenerProtocol.TCP;
        tree.headers = Map.of();
        tree.cidrs = null;
        tree.poolProtocol = PoolProtocol.TCP;
        tree.persistence = null;
        tree.monitor = MonitorType.PING;
        tree.monitorAddress = null;
        assertRendered(tree, "ping.cfg");
    }

    /** Names of certificates follow from what is in them. */
    @Test
    void tls_on_both_sides() throws IOException {
        SampleTree tree = new SampleTree();
        tree.protocol = ListenerProtocol.TERMINATED_HTTPS;
        tree.ciphers = "TLS_AES_128_GCM_SHA256:ECDHE-RSA-AES128-GCM-SHA256";
        tree.headers = Map.of("X-SSL-Client-CN", "true");
        tree.cidrs = null;
        tree.persistence = null;
        tree.monitor = MonitorType.HTTPS;
        assertRendered(tree, "tls.cfg");
    }

    @Test
    void http_with_l7_policies() throws IOException {
        SampleTree tree = new SampleTree();
        tree.l7 = true;
        tree.headers = Map.of();
        tree.cidrs = null;
        tree.persistence = null;
        tree.monitor = null;
        assertRendered(tree, "l7.cfg");
    }
}
