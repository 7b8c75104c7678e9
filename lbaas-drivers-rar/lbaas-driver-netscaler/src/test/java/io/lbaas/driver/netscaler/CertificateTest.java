package io.lbaas.driver.netscaler;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.TestAuthority;
import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.netscaler.simulator.Simulator;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.TlsMaterial;
import io.lbaas.driver.spi.TlsMaterials;
import io.lbaas.model.ClientAuthentication;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.ListenerTls;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Certificates are shared, come with their chain, and go with the last that used them. */
class CertificateTest {
    private static final ListenerTls TLS = new ListenerTls(
            "site", List.of(), null, null, ClientAuthentication.NONE, null, null, null, null, false, false);

    private final TestAuthority authority = new TestAuthority();
    private Simulator simulator;
    private NetscalerDriver driver;

    @BeforeEach
    void start() throws IOException {
        simulator = new Simulator(0);
        driver = TestDevice.open(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void make(Change change) {
        assertThat(driver.apply(List.of(change)).get(0)).isInstanceOf(Outcome.Completed.class);
    }

    private void apply(DesiredLoadBalancer tree, long generation, TlsMaterial material) {
        TlsMaterials materials = new TlsMaterials(Map.of("site", material));
        make(new Change.Apply(tree, generation, Instant.now().plusSeconds(20), materials));
    }

    private void remove(DesiredLoadBalancer tree) {
        make(new Change.Remove(tree.id(), 9, Instant.now().plusSeconds(20)));
    }

    @Test
    void lastUserTakesTheCertificateWithIt() {
        TlsMaterial material = authority.issue("site.example").material();
        DesiredLoadBalancer one = new TreeBuilder().tls(TLS).build();
        DesiredLoadBalancer other = new TreeBuilder().tls(TLS).build();
        apply(one, 1, material);
        apply(other, 1, material);
        assertThat(simulator.rows("sslcertkey")).hasSize(1);
        remove(one);
        assertThat(simulator.rows("sslcertkey")).hasSize(1);
        remove(other);
        assertThat(simulator.rows("sslcertkey")).isEmpty();
        assertThat(simulator.rows("systemfile")).isEmpty();
    }

    @Test
    void replacedCertificateGoes() {
        DesiredLoadBalancer tree = new TreeBuilder().tls(TLS).build();
        apply(tree, 1, authority.issue("site.example").material());
        List<JsonObject> before = simulator.rows("sslcertkey");
        apply(tree, 2, authority.issue("site.example").material());
        assertThat(simulator.rows("sslcertkey")).hasSize(1).doesNotContainAnyElementsOf(before);
        assertThat(simulator.rows("systemfile")).hasSize(2);
    }

    @Test
    void chainIsLinkedAndGoesWithItsCertificate() {
        TlsMaterial leaf = authority.issue("site.example").material();
        TlsMaterial chain =
                new TlsMaterial(leaf.certificates() + authority.authorities().certificates(), leaf.privateKey(), "");
        DesiredLoadBalancer tree = new TreeBuilder().tls(TLS).build();
        apply(tree, 1, chain);
        assertThat(simulator.rows("sslcertkey"))
                .hasSize(2)
                .filteredOn(row -> row.containsKey("linkcertkeyname"))
                .singleElement()
                .satisfies(row -> assertThat(row.containsKey("key")).isTrue());
        remove(tree);
        assertThat(simulator.rows("sslcertkey")).isEmpty();
        assertThat(simulator.rows("systemfile")).isEmpty();
    }
}
