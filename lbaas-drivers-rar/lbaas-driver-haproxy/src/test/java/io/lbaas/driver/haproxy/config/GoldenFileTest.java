package io.lbaas.driver.haproxy.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.sample.GoldenFile;
import io.lbaas.driver.contract.sample.SampleTree;
import io.lbaas.driver.spi.TlsMaterial;
import io.lbaas.driver.spi.TlsMaterials;
import io.lbaas.model.Algorithm;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.MonitorType;
import io.lbaas.model.PersistenceType;
import io.lbaas.model.PoolProtocol;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole configurations as they are meant to read. */
class GoldenFileTest {
    /** Names of certificates follow from what is in them. */
    static final TlsMaterials MATERIALS = new TlsMaterials(Map.of(
            "site", new TlsMaterial("certificate of site\n", "key of site\n", ""),
            "shop", new TlsMaterial("certificate of shop\n", "key of shop\n", ""),
            "ca", new TlsMaterial("authorities\n", "", ""),
            "crl", new TlsMaterial("", "", "revocations\n")));

    private final SampleTree tree = new SampleTree(Support.CAPABILITIES);

    private void assertRendered(String name) {
        assertThat(SupportCheck.check(tree.build()).problems()).isEmpty();
        RenderedConfig rendered = LoadBalancerRenderer.render(tree.build(), MATERIALS);
        StringBuilder text = new StringBuilder(rendered.text());
        rendered.files()
                .forEach(file ->
                        text.append("\n# ").append(file.name()).append('\n').append(file.content()));
        GoldenFile.check(GoldenFileTest.class, name, text.toString());
    }

    @Test
    void http_with_application_cookie_and_http_monitor() {
        tree.monitorAddress("10.1.1.2");
        assertRendered("http.cfg");
    }

    @Test
    void http_with_own_cookie_and_member_that_is_off() {
        tree.headers(Map.of())
                .cidrs(List.of())
                .persistence(PersistenceType.HTTP_COOKIE)
                .monitor(null)
                .adminStateUp(false)
                .backup(true);
        assertRendered("http-cookie.cfg");
    }

    @Test
    void tcp_with_proxy_protocol_and_source_address() {
        tree.vips("fd00::a")
                .protocols(ListenerProtocol.TCP, PoolProtocol.PROXYV2)
                .connectionLimit(500)
                .headers(Map.of())
                .algorithm(Algorithm.SOURCE_IP)
                .persistence(PersistenceType.SOURCE_IP)
                .monitor(MonitorType.TCP)
                .monitorAddress("10.1.1.2");
        assertRendered("tcp.cfg");
    }

    @Test
    void https_passed_through_with_tls_monitor() {
        tree.protocols(ListenerProtocol.HTTPS, PoolProtocol.HTTPS)
                .headers(Map.of())
                .cidrs(null)
                .algorithm(Algorithm.LEAST_CONNECTIONS)
                .persistence(null)
                .monitor(MonitorType.TLS_HELLO);
        assertRendered("https.cfg");
    }

    @Test
    void metrics_and_a_pool_that_waits() {
        tree.protocols(ListenerProtocol.PROMETHEUS, PoolProtocol.HTTP).headers(Map.of());
        assertRendered("prometheus.cfg");
    }

    @Test
    void tcp_with_pings() {
        tree.protocols(ListenerProtocol.TCP, PoolProtocol.TCP)
                .headers(Map.of())
                .cidrs(null)
                .persistence(null)
                .monitor(MonitorType.PING);
        assertRendered("ping.cfg");
    }

    @Test
    void tls_on_both_sides() {
        tree.secured()
                .ciphers("TLS_AES_128_GCM_SHA256:ECDHE-RSA-AES128-GCM-SHA256")
                .headers(Map.of("X-SSL-Client-CN", "true"))
                .cidrs(null)
                .persistence(null)
                .monitor(MonitorType.HTTPS);
        assertRendered("tls.cfg");
    }

    @Test
    void http_with_l7_policies() {
        tree.withPolicies().headers(Map.of()).cidrs(null).persistence(null).monitor(null);
        assertRendered("l7.cfg");
    }
}
