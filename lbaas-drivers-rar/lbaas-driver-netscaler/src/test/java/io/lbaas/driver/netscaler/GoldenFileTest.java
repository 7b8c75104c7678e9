package io.lbaas.driver.netscaler;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.TestAuthority;
import io.lbaas.driver.netscaler.simulator.Simulator;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.TlsMaterials;
import io.lbaas.model.Algorithm;
import io.lbaas.model.ClientAuthentication;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.ListenerTls;
import io.lbaas.model.MonitorType;
import io.lbaas.model.PersistenceType;
import io.lbaas.model.PoolProtocol;
import io.lbaas.model.PoolTls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All requests that change something, in their order, as they are meant to be. */
class GoldenFileTest {
    private static final Pattern CERTIFICATE = Pattern.compile("lbaas_cert_[0-9a-z]{20}");
    private Simulator simulator;
    private NetscalerDriver driver;
    private long generation;

    @BeforeEach
    void start() throws IOException {
        simulator = new Simulator(0);
        driver = TestDevice.open(simulator);
        simulator.feature("LB", true);
        simulator.feature("CS", true);
        simulator.feature("SSL", true);
        simulator.feature("REWRITE", true);
        simulator.feature("RESPONDER", true);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void make(Change change) {
        simulator.forgetRequests();
        assertThat(driver.apply(List.of(change)).get(0)).isInstanceOf(Outcome.Completed.class);
        assertThat(simulator.requests()).isNotEmpty();
    }

    private void apply(DesiredLoadBalancer tree, TlsMaterials materials) {
        generation++;
        make(new Change.Apply(tree, generation, Instant.now().plusSeconds(20), materials));
    }

    private void apply(SampleTree tree) {
        apply(tree.build(), TlsMaterials.NONE);
    }

    /** Ids are short, each object has its line, and certificates, which are new each time, are numbered. */
    private static String readable(List<String> changes) {
        Map<String, String> names = new LinkedHashMap<>();
        String text = changes.stream()
                .filter(change -> !change.contains("lbaas_lock"))
                .collect(Collectors.joining("\n", "", "\n"))
                .replace("/nitro/v1/config/", "")
                .replace("},{", "},\n    {")
                .replaceAll("00000000([-_])0000\\10000\\10000\\10*([0-9a-f]+)", "#$2")
                .replaceAll("\"filecontent\":\"[^\"]*\"", "\"filecontent\":\"...\"")
                .replaceAll("(APPLIED generation \\d+ up) [0-9a-f]{64}", "$1 ...");
        return CERTIFICATE
                .matcher(text)
                .replaceAll(found -> names.computeIfAbsent(found.group(), each -> "lbaas_cert_" + (names.size() + 1)));
    }

    private void assertChanges(String name) throws IOException {
        String changes = readable(simulator.changes());
        try (InputStream golden = GoldenFileTest.class.getResourceAsStream(name)) {
            assertThat(changes).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void http_with_application_cookie_monitor_headers_and_reserve() throws IOException {
        apply(new SampleTree());
        assertChanges("http.txt");
    }

    @Test
    void http_with_l7_policies_on_two_addresses() throws IOException {
        SampleTree tree = new SampleTree();
        tree.l7 = true;
        tree.vips = List.of("192.0.2.10", "2001:db8::10");
        tree.headers = Map.of("X-Forwarded-For", "true");
        tree.persistence = PersistenceType.HTTP_COOKIE;
        tree.monitor = null;
        tree.backup = false;
        apply(tree);
        assertChanges("l7.txt");
    }

    @Test
    void https_passed_through_with_tls_monitor() throws IOException {
        SampleTree tree = new SampleTree();
        tree.protocol = ListenerProtocol.HTTPS;
        tree.poolProtocol = PoolProtocol.HTTPS;
        tree.headers = Map.of();
        tree.cidrs = null;
        tree.algorithm = Algorithm.LEAST_CONNECTIONS;
        tree.persistence = PersistenceType.SOURCE_IP;
        tree.monitor = MonitorType.TLS_HELLO;
        tree.backup = false;
        tree.connectionLimit = 500;
        apply(tree);
        assertChanges("https.txt");
    }

    @Test
    void udp_with_ports_in_the_hash() throws IOException {
        SampleTree tree = new SampleTree();
        tree.protocol = ListenerProtocol.UDP;
        tree.poolProtocol = PoolProtocol.UDP;
        tree.headers = Map.of();
        tree.cidrs = null;
        tree.algorithm = Algorithm.SOURCE_IP_PORT;
        tree.persistence = null;
        tree.monitor = MonitorType.UDP_CONNECT;
        tree.backup = false;
        apply(tree);
        assertChanges("udp.txt");
    }

    @Test
    void tls_terminated_and_spoken_to_members() throws IOException {
        TestAuthority authority = new TestAuthority();
        SampleTree tree = new SampleTree();
        tree.protocol = ListenerProtocol.TERMINATED_HTTPS;
        tree.tls = new ListenerTls(
                        "site",
                        List.of("shop"),
                        "ca",
                        null,
                        ClientAuthentication.OPTIONAL,
                        null,
                        null,
                        null,
                        60,
                        true,
                        false)
                .withDefaults();
        tree.poolTls = new PoolTls(true, "site", "ca", null, null, null, null);
        tree.headers = Map.of("X-SSL-Client-DN", "true");
        tree.cidrs = null;
        tree.persistence = null;
        tree.backup = false;
        apply(
                tree.build(),
                new TlsMaterials(Map.of(
                        "site", authority.issue("site.example").material(),
                        "shop", authority.issue("shop.example").material(),
                        "ca", authority.authorities())));
        assertChanges("tls.txt");
    }

    @Test
    void change_of_members_and_options_touches_nothing_else() throws IOException {
        SampleTree tree = new SampleTree();
        tree.backup = false;
        apply(tree);
        tree.weight = 200;
        tree.member = "10.1.1.3";
        tree.persistence = PersistenceType.SOURCE_IP;
        tree.cidrs = null;
        tree.codes = "200";
        apply(tree);
        assertChanges("change.txt");
    }

    @Test
    void first_policy_gives_the_address_to_a_content_switching_server() throws IOException {
        SampleTree tree = new SampleTree();
        tree.headers = Map.of();
        tree.persistence = null;
        tree.monitor = null;
        tree.backup = false;
        apply(tree);
        tree.l7 = true;
        apply(tree);
        assertChanges("first-policy.txt");
    }

    @Test
    void removal_in_reverse_leaves_a_tombstone() throws IOException {
        SampleTree tree = new SampleTree();
        tree.l7 = true;
        apply(tree);
        make(new Change.Remove(new UUID(0, 1), 2, Instant.now().plusSeconds(20)));
        assertChanges("remove.txt");
    }
}
