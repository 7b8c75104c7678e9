package io.lbaas.driver.nginx.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.TestAuthority;
import io.lbaas.driver.contract.sample.GoldenFile;
import io.lbaas.driver.contract.sample.SampleTree;
import io.lbaas.driver.spi.TlsMaterials;
import io.lbaas.model.Algorithm;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.PoolProtocol;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whole configurations as they are meant to read. */
class GoldenFileTest {
    private static final Pattern DIGEST = Pattern.compile("-[0-9a-f]{64}\\.pem");
    private static final TestAuthority AUTHORITY = new TestAuthority();

    static final TlsMaterials MATERIALS = new TlsMaterials(Map.of(
            "site", AUTHORITY.issue("site.example").material(),
            "shop", AUTHORITY.issue("*.shop.example").material(),
            "ca", AUTHORITY.authorities(),
            "crl", AUTHORITY.revoke()));

    private final SampleTree tree = new SampleTree(Support.CAPABILITIES);

    private void assertRendered(Context context, String name) {
        assertThat(SupportCheck.check(tree.build()).problems()).isEmpty();
        String text =
                LoadBalancerRenderer.render(tree.build(), MATERIALS).texts().get(context.suffix());
        GoldenFile.check(GoldenFileTest.class, name, DIGEST.matcher(text).replaceAll("-DIGEST.pem"));
    }

    @Test
    void http_with_headers_and_allowed_cidrs() {
        assertRendered(Context.HTTP, "http.conf");
    }

    @Test
    void http_with_l7_policies() {
        tree.withPolicies().headers(Map.of()).cidrs(null).persistence(null);
        assertRendered(Context.HTTP, "l7.conf");
    }

    @Test
    void http_whose_members_are_all_off() {
        tree.headers(Map.of()).cidrs(null).adminStateUp(false);
        assertRendered(Context.HTTP, "unavailable.conf");
    }

    @Test
    void tls_with_sni_client_certificates_and_encrypted_members() {
        tree.secured()
                .headers(Map.of("X-SSL-Client-CN", "true"))
                .cidrs(null)
                .persistence(null)
                .algorithm(Algorithm.LEAST_CONNECTIONS);
        assertRendered(Context.HTTP, "tls.conf");
    }

    @Test
    void tcp_with_proxy_protocol_weights_and_backup() {
        tree.vips("fd00::a")
                .protocols(ListenerProtocol.TCP, PoolProtocol.PROXY)
                .connectionLimit(500)
                .headers(Map.of())
                .persistence(null)
                .more("10.1.1.3", 0, false, true)
                .more("10.1.1.4", 1, false, false)
                .more("fd00::5", 1, true, true);
        assertRendered(Context.STREAM, "tcp.conf");
    }

    @Test
    void udp_by_source_address_and_port() {
        tree.protocols(ListenerProtocol.UDP, PoolProtocol.UDP)
                .headers(Map.of())
                .cidrs(null)
                .algorithm(Algorithm.SOURCE_IP_PORT)
                .persistence(null)
                .weight(256)
                .more("10.1.1.3", 64, false, true);
        assertRendered(Context.STREAM, "udp.conf");
    }
}
