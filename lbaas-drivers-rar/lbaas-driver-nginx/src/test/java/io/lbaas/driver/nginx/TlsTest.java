package io.lbaas.driver.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.lbaas.driver.contract.TestAuthority;
import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.contract.traffic.Backend;
import io.lbaas.driver.contract.traffic.Load;
import io.lbaas.driver.contract.traffic.Ports;
import io.lbaas.driver.contract.traffic.TlsClient;
import io.lbaas.driver.contract.traffic.Trees;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.TlsMaterial;
import io.lbaas.driver.spi.TlsMaterials;
import io.lbaas.model.AlpnProtocol;
import io.lbaas.model.ClientAuthentication;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.ListenerTls;
import io.lbaas.model.PoolTls;
import io.lbaas.model.TlsVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real handshakes through a real nginx. */
class TlsTest {
    private static final String VIP = "127.10.1.4";
    private static final int PORT = Ports.free();
    private static final List<String> MODERN = List.of("TLSv1.2", "TLSv1.3");
    private static final List<String> HTTP_1 = List.of("http/1.1");

    private final TestDevice device = new TestDevice();
    private final LoadBalancerDriver driver = device.open();
    private final Backend backend = new Backend();
    private final UUID id = UUID.randomUUID();
    private final TestAuthority authority = new TestAuthority();
    private final TestAuthority.Issued site = authority.issue("site.example");
    private final TestAuthority.Issued shop = authority.issue("shop.example");
    private final Map<String, TlsMaterial> materials =
            new HashMap<>(Map.of("site", site.material(), "shop", shop.material(), "ca", authority.authorities()));

    @AfterEach
    void stop() {
        device.close();
        backend.close();
    }

    private static ListenerTls listener(
            ClientAuthentication authentication, String revocations, List<TlsVersion> versions, Integer hsts) {
        return new ListenerTls(
                "site",
                List.of("shop"),
                authentication == ClientAuthentication.NONE ? null : "ca",
                revocations,
                authentication,
                null,
                versions,
                null,
                hsts,
                true,
                false);
    }

    private static ListenerTls plain() {
        return listener(ClientAuthentication.NONE, null, null, 60);
    }

    private DesiredLoadBalancer tree(ListenerTls tls, Map<String, String> headers) {
        DesiredLoadBalancer tree = Trees.with(
                new TreeBuilder().id(id).vip(VIP, PORT).tls(tls).build(),
                List.of(Trees.member(backend.port(), 1, true)));
        return Trees.withListener(tree, spec -> Trees.inserting(spec, headers));
    }

    private void completes(DesiredLoadBalancer tree, long generation) {
        assertThat(driver.apply(List.of(change(tree, generation)))).hasOnlyElementsOfType(Outcome.Completed.class);
    }

    private Change change(DesiredLoadBalancer tree, long generation) {
        return new Change.Apply(tree, generation, Instant.now().plusSeconds(20), new TlsMaterials(materials));
    }

    private TlsClient.Answer get(TestAuthority.Issued own, String host) throws IOException {
        return new TlsClient(authority, own).get(VIP, PORT, host, MODERN, HTTP_1);
    }

    @Test
    void clients_get_the_certificate_of_the_name_they_ask_for() throws IOException {
        completes(tree(plain(), Map.of()), 1);
        assertThat(get(null, "shop.example").certificate()).isEqualTo(shop.certificate());
        assertThat(get(null, "site.example").certificate()).isEqualTo(site.certificate());
        assertThat(get(null, "other.example").certificate()).isEqualTo(site.certificate());
        assertThat(get(null, "site.example").text())
                .endsWith(backend.name())
                .containsIgnoringCase("strict-transport-security: max-age=60; includeSubDomains\r\n");
    }

    @Test
    void versions_and_alpn_are_as_asked() throws IOException {
        ListenerTls tls = new ListenerTls(
                "site",
                List.of(),
                null,
                null,
                ClientAuthentication.NONE,
                "TLS_AES_256_GCM_SHA384:ECDHE-ECDSA-AES256-GCM-SHA384",
                List.of(TlsVersion.TLS_1_3),
                List.of(AlpnProtocol.HTTP_2, AlpnProtocol.HTTP_1_1),
                null,
                false,
                false);
        completes(tree(tls, Map.of()), 1);
        TlsClient client = new TlsClient(authority, null);
        assertThat(client.get(VIP, PORT, "site.example", MODERN, List.of("http/1.1"))
                        .version())
                .isEqualTo("TLSv1.3");
        assertThat(client.get(VIP, PORT, "site.example", MODERN, List.of("h2", "http/1.1"))
                        .alpn())
                .isEqualTo("h2");
        assertThatThrownBy(() -> client.get(VIP, PORT, "site.example", List.of("TLSv1.2"), HTTP_1))
                .isInstanceOf(SSLException.class);
    }

    @Test
    void clients_must_show_a_certificate_that_is_not_revoked() throws IOException {
        TestAuthority.Issued good = authority.issue("alice");
        TestAuthority.Issued revoked = authority.issue("mallory");
        materials.put("crl", authority.revoke(revoked));
        completes(tree(listener(ClientAuthentication.MANDATORY, "crl", null, null), Map.of()), 1);
        assertThat(get(good, "site.example").text()).endsWith(backend.name());
        // nginx completes the handshake and refuses the request.
        assertThat(get(null, "site.example").text()).startsWith("HTTP/1.1 400");
        assertThat(get(revoked, "site.example").text()).startsWith("HTTP/1.1 400");
        assertThat(get(new TestAuthority().issue("eve"), "site.example").text()).startsWith("HTTP/1.1 400");
    }

    @Test
    void members_are_told_who_the_client_is() throws IOException {
        Map<String, String> headers = Stream.of("Client-Verify", "Client-Has-Cert", "Client-DN", "Client-CN", "Issuer")
                .collect(Collectors.toMap(name -> "X-SSL-" + name, name -> "true"));
        headers.put("X-Forwarded-Proto", "true");
        completes(tree(listener(ClientAuthentication.OPTIONAL, null, null, null), headers), 1);
        get(authority.issue("alice"), "site.example");
        assertThat(backend.lastHeaders())
                .containsEntry("X-ssl-client-verify", List.of("0"))
                .containsEntry("X-ssl-client-has-cert", List.of("1"))
                .containsEntry("X-ssl-client-cn", List.of("alice"))
                .containsEntry("X-ssl-client-dn", List.of("CN=alice"))
                .containsEntry("X-forwarded-proto", List.of("https"));
        get(null, "site.example");
        assertThat(backend.lastHeaders()).containsEntry("X-ssl-client-has-cert", List.of("0"));
    }

    @Test
    void a_new_certificate_replaces_the_old_one_and_nothing_of_it_is_left() throws IOException {
        completes(tree(plain(), Map.of()), 1);
        TestAuthority.Issued renewed = authority.issue("site.example");
        materials.put("site", renewed.material());
        completes(tree(plain(), Map.of()), 2);
        assertThat(get(null, "site.example").certificate()).isEqualTo(renewed.certificate());
        assertThat(keys())
                .doesNotContain(site.material().privateKey())
                .contains(renewed.material().privateKey());
        driver.apply(List.of(new Change.Remove(id, 3, Instant.now().plusSeconds(20))));
        assertThat(keys()).isEmpty();
    }

    @Test
    void keys_are_for_the_owner_only_and_a_changed_one_is_drift() throws IOException, DeviceReadException {
        completes(tree(plain(), Map.of()), 1);
        try (Stream<Path> files = Files.list(device.directory().resolve("tls"))) {
            for (Path file : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
                Files.delete(file);
            }
        }
        assertThat(driver.observe(id).intact()).isFalse();
        completes(tree(plain(), Map.of()), 1);
        assertThat(driver.observe(id).intact()).isTrue();
    }

    @Test
    void a_refused_change_leaves_the_last_good_certificate() throws IOException {
        completes(tree(plain(), Map.of()), 1);
        materials.put(
                "site",
                new TlsMaterial(shop.material().certificates(), site.material().privateKey(), ""));
        assertThat(driver.apply(List.of(change(tree(plain(), Map.of()), 2))))
                .singleElement()
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.toString())
                        .doesNotContain("PRIVATE KEY"));
        assertThat(get(null, "site.example").certificate()).isEqualTo(site.certificate());
    }

    @Test
    void members_are_spoken_to_in_tls_and_must_be_who_they_are() throws IOException {
        HttpsServer member = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        member.setHttpsConfigurator(new HttpsConfigurator(TlsClient.server(authority.issue(VIP))));
        member.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 6);
            exchange.getResponseBody().write("secure".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        member.start();
        try {
            PoolTls tls = new PoolTls(true, "site", "ca", null, null, null, List.of(AlpnProtocol.HTTP_1_1));
            DesiredLoadBalancer tree = Trees.with(
                    new TreeBuilder().id(id).vip(VIP, PORT).tls(tls).build(),
                    List.of(Trees.member(member.getAddress().getPort(), 1, true)));
            completes(tree, 1);
            assertThat(Load.once(VIP, PORT)).isEqualTo("secure");
            materials.put("ca", new TestAuthority().authorities());
            completes(tree, 2);
            assertThat(Load.once(VIP, PORT)).endsWith("status 502");
        } finally {
            member.stop(0);
        }
    }

    private String keys() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(device.directory().resolve("tls"))) {
            for (Path file : files.toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
