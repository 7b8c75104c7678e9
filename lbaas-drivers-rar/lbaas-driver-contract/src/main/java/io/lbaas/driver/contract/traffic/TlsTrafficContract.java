package io.lbaas.driver.contract.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.lbaas.driver.contract.TestAuthority;
import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceReadException;
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
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

/**
 * Real handshakes through a real device.
 *
 * @param <D> the device
 */
public abstract class TlsTrafficContract<D extends ServingDevice> extends TrafficFixture<D> {
    private static final List<String> MODERN = List.of("TLSv1.2", "TLSv1.3");
    private static final List<String> HTTP_1 = List.of("http/1.1");
    private static final String ALERT = "alert";

    private final TestAuthority authority = new TestAuthority();
    private final TestAuthority.Issued site = authority.issue("site.example");
    private final TestAuthority.Issued shop = authority.issue("shop.example");
    private final Map<String, TlsMaterial> materials =
            new HashMap<>(Map.of("site", site.material(), "shop", shop.material(), "ca", authority.authorities()));

    /** The directory in which the device has certificates and keys. */
    protected abstract Path keys();

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
                new TreeBuilder().id(id).vip(VIP, port).tls(tls).build(), List.of(Trees.member(one.port(), 1, true)));
        return Trees.withListener(tree, spec -> Trees.inserting(spec, headers));
    }

    private void serves(DesiredLoadBalancer tree, long generation) {
        assertThat(driver.apply(List.of(change(tree, generation)))).hasOnlyElementsOfType(Outcome.Completed.class);
    }

    private Change change(DesiredLoadBalancer tree, long generation) {
        return new Change.Apply(tree, generation, Instant.now().plusSeconds(20), new TlsMaterials(materials));
    }

    private TlsClient.Answer get(TestAuthority.Issued own, String host) throws IOException {
        return new TlsClient(authority, own).get(VIP, port, host);
    }

    @Test
    void clients_get_the_certificate_of_the_name_they_ask_for() throws IOException {
        serves(tree(plain(), Map.of()), 1);
        assertThat(get(null, "shop.example").certificate()).isEqualTo(shop.certificate());
        assertThat(get(null, "site.example").certificate()).isEqualTo(site.certificate());
        assertThat(get(null, "other.example").certificate()).isEqualTo(site.certificate());
        assertThat(get(null, "site.example").text())
                .endsWith(one.name())
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
        serves(tree(tls, Map.of()), 1);
        TlsClient client = new TlsClient(authority, null);
        assertThat(client.get(VIP, port, "site.example", MODERN, List.of("http/1.1"))
                        .version())
                .isEqualTo("TLSv1.3");
        assertThat(client.get(VIP, port, "site.example", MODERN, List.of("h2", "http/1.1"))
                        .alpn())
                .isEqualTo("h2");
        assertThatThrownBy(() -> client.get(VIP, port, "site.example", List.of("TLSv1.2"), HTTP_1))
                .isInstanceOf(SSLException.class);
    }

    @Test
    void clients_must_show_a_certificate_that_is_not_revoked() throws IOException {
        TestAuthority.Issued good = authority.issue("alice");
        TestAuthority.Issued revoked = authority.issue("mallory");
        materials.put("crl", authority.revoke(revoked));
        serves(tree(listener(ClientAuthentication.MANDATORY, "crl", null, null), Map.of()), 1);
        assertThat(get(good, "site.example").text()).endsWith(one.name());
        TestAuthority.Issued stranger = new TestAuthority().issue("eve");
        assertThat(List.of(answer(null), answer(revoked), answer(stranger)))
                .allMatch(text -> text.equals(ALERT) || text.startsWith("HTTP/1.1 400"));
    }

    /** What a client is told that shows this certificate: some devices break off the handshake, others refuse the request. */
    private String answer(TestAuthority.Issued own) throws IOException {
        try {
            return get(own, "site.example").text();
        } catch (SSLException | SocketException e) {
            return ALERT;
        }
    }

    @Test
    void members_are_told_who_the_client_is() throws IOException {
        Map<String, String> headers = Stream.of("Client-Verify", "Client-Has-Cert", "Client-DN", "Client-CN", "Issuer")
                .collect(Collectors.toMap(name -> "X-SSL-" + name, name -> "true"));
        headers.put("X-Forwarded-Proto", "true");
        serves(tree(listener(ClientAuthentication.OPTIONAL, null, null, null), headers), 1);
        get(authority.issue("alice"), "site.example");
        assertThat(one.lastHeaders())
                .containsEntry("X-ssl-client-verify", List.of("0"))
                .containsEntry("X-ssl-client-has-cert", List.of("1"))
                .containsEntry("X-ssl-client-cn", List.of("alice"))
                .hasEntrySatisfying(
                        "X-ssl-client-dn",
                        dn -> assertThat(dn).singleElement().asString().endsWith("CN=alice"))
                .containsEntry("X-forwarded-proto", List.of("https"));
        get(null, "site.example");
        assertThat(one.lastHeaders()).containsEntry("X-ssl-client-has-cert", List.of("0"));
    }

    @Test
    void a_new_certificate_replaces_the_old_one_and_nothing_of_it_is_left() throws IOException {
        serves(tree(plain(), Map.of()), 1);
        TestAuthority.Issued renewed = authority.issue("site.example");
        materials.put("site", renewed.material());
        serves(tree(plain(), Map.of()), 2);
        assertThat(get(null, "site.example").certificate()).isEqualTo(renewed.certificate());
        assertThat(allKeys())
                .doesNotContain(site.material().privateKey())
                .contains(renewed.material().privateKey());
        driver.apply(List.of(new Change.Remove(id, 3, Instant.now().plusSeconds(20))));
        assertThat(allKeys()).isEmpty();
    }

    @Test
    void keys_are_for_the_owner_only_and_a_changed_one_is_drift() throws IOException, DeviceReadException {
        serves(tree(plain(), Map.of()), 1);
        try (Stream<Path> files = Files.list(keys())) {
            for (Path file : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
                Files.delete(file);
            }
        }
        assertThat(driver.observe(id).intact()).isFalse();
        serves(tree(plain(), Map.of()), 1);
        assertThat(driver.observe(id).intact()).isTrue();
    }

    @Test
    void a_refused_change_leaves_the_last_good_certificate() throws IOException {
        serves(tree(plain(), Map.of()), 1);
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
                    new TreeBuilder().id(id).vip(VIP, port).tls(tls).build(),
                    List.of(Trees.member(member.getAddress().getPort(), 1, true)));
            serves(tree, 1);
            assertThat(Load.once(VIP, port)).isEqualTo("secure");
            materials.put("ca", new TestAuthority().authorities());
            serves(tree, 2);
            assertThat(Load.once(VIP, port)).contains("status 50");
        } finally {
            member.stop(0);
        }
    }

    private String allKeys() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(keys())) {
            for (Path file : files.toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
