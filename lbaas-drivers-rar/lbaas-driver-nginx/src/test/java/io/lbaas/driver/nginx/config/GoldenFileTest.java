package io.lbaas.driver.nginx.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.TestAuthority;
import io.lbaas.driver.spi.TlsMaterials;
import io.lbaas.model.Algorithm;
import io.lbaas.model.ClientAuthentication;
import io.lbaas.model.DesiredLoadBalancer.Member;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.ListenerTls;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.PoolProtocol;
import io.lbaas.model.PoolTls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whole configurations as they are meant to read. */
class GoldenFileTest {
    private static final Pattern DIGEST = Pattern.compile("-[0-9a-f]{64}\\.pem");

    private static void assertRendered(SampleTree tree, TlsMaterials materials, Context context, String name)
            throws IOException {
        assertThat(SupportCheck.check(tree.build()).problems()).isEmpty();
        String text =
                LoadBalancerRenderer.render(tree.build(), materials).texts().get(context.suffix());
        try (InputStream golden = GoldenFileTest.class.getResourceAsStream(name)) {
            assertThat(DIGEST.matcher(text).replaceAll("-DIGEST.pem"))
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void http_with_headers_and_allowed_cidrs() throws IOException {
        assertRendered(new SampleTree(), TlsMaterials.NONE, Context.HTTP, "http.conf");
    }

    @Test
    void http_with_l7_policies() throws IOException {
        SampleTree tree = new SampleTree();
        tree.l7 = true;
        tree.headers = Map.of();
        tree.cidrs = null;
        tree.persistence = null;
        assertRendered(tree, TlsMaterials.NONE, Context.HTTP, "l7.conf");
    }

    @Test
    void http_whose_members_are_all_off() throws IOException {
        SampleTree tree = new SampleTree();
        tree.headers = Map.of();
        tree.cidrs = null;
        tree.adminStateUp = false;
        assertRendered(tree, TlsMaterials.NONE, Context.HTTP, "unavailable.conf");
    }

    @Test
    void tls_with_sni_client_certificates_and_encrypted_members() throws IOException {
        TestAuthority authority = new TestAuthority();
        SampleTree tree = new SampleTree();
        tree.protocol = ListenerProtocol.TERMINATED_HTTPS;
        tree.headers = Map.of("X-SSL-Client-CN", "true");
        tree.cidrs = null;
        tree.persistence = null;
        tree.algorithm = Algorithm.LEAST_CONNECTIONS;
        tree.tls = new ListenerTls(
                "site", List.of("shop"), "ca", "crl", ClientAuthentication.MANDATORY, null, null, null, 60, true, true);
        tree.poolTls = new PoolTls(true, "site", "ca", null, null, null, null);
        TlsMaterials materials = new TlsMaterials(Map.of(
                "site", authority.issue("site.example").material(),
                "shop", authority.issue("*.shop.example").material(),
                "ca", authority.authorities(),
                "crl", authority.revoke()));
        assertRendered(tree, materials, Context.HTTP, "tls.conf");
    }

    @Test
    void tcp_with_proxy_protocol_weights_and_backup() throws IOException {
        SampleTree tree = new SampleTree();
        tree.vip = "fd00::a";
        tree.protocol = ListenerProtocol.TCP;
        tree.connectionLimit = 500;
        tree.headers = Map.of();
        tree.poolProtocol = PoolProtocol.PROXY;
        tree.persistence = null;
        tree.more = List.of(
                member(6, "10.1.1.3", 0, false, true),
                member(7, "10.1.1.4", 1, false, false),
                member(8, "fd00::5", 1, true, true));
        assertRendered(tree, TlsMaterials.NONE, Context.STREAM, "tcp.conf");
    }

    @Test
    void udp_by_source_address_and_port() throws IOException {
        SampleTree tree = new SampleTree();
        tree.protocol = ListenerProtocol.UDP;
        tree.headers = Map.of();
        tree.cidrs = null;
        tree.poolProtocol = PoolProtocol.UDP;
        tree.algorithm = Algorithm.SOURCE_IP_PORT;
        tree.persistence = null;
        tree.weight = 256;
        tree.more = List.of(member(6, "10.1.1.3", 64, false, true));
        assertRendered(tree, TlsMaterials.NONE, Context.STREAM, "udp.conf");
    }

    private static Member member(int number, String address, int weight, boolean backup, boolean adminStateUp) {
        return new Member(
                new UUID(0, number), new MemberSpec(address, 8080, weight, backup, adminStateUp, null, null, null));
    }
}
