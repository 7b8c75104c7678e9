package io.lbaas.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.FailureKind.Reaction;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.TlsMaterials;
import io.lbaas.model.ClientAuthentication;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.ListenerTls;
import io.lbaas.model.PoolTls;
import io.lbaas.model.TlsFeature;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A driver speaks TLS as far as its capabilities say, and keeps what it is given to itself. */
public interface TlsContract extends DriverUnderTest {

    /** Everything that a listener can ask for. */
    ListenerTls LISTENER = new ListenerTls(
            "site", List.of("shop"), "ca", "crl", ClientAuthentication.MANDATORY, null, null, null, 60, true, true);

    /** Everything that a pool can ask for. */
    PoolTls POOL = new PoolTls(true, "site", "ca", "crl", null, null, null);

    @Test
    default void all_of_tls_is_applied_or_refused_by_name() {
        TestAuthority authority = new TestAuthority();
        TlsMaterials materials = materials(authority, authority.issue("site.example"));
        try (LoadBalancerDriver driver = open()) {
            Capabilities can = driver.info().capabilities();
            boolean listeners = can.listenerProtocols().contains(ListenerProtocol.TERMINATED_HTTPS);
            check(
                    driver,
                    tree().tls(LISTENER).build(),
                    materials,
                    listeners && can.tls().features().containsAll(TlsFeature.of(LISTENER)));
            check(
                    driver,
                    tree().tls(POOL).build(),
                    materials,
                    can.tls().features().containsAll(TlsFeature.of(POOL)));
        }
    }

    @Test
    default void another_certificate_behind_the_same_reference_is_applied() throws DeviceReadException {
        TestAuthority authority = new TestAuthority();
        ListenerTls plain = new ListenerTls(
                "site", List.of(), null, null, ClientAuthentication.NONE, null, null, null, null, false, false);
        DesiredLoadBalancer tree = tree().tls(plain).build();
        try (LoadBalancerDriver driver = open()) {
            assumeTrue(driver.info().capabilities().listenerProtocols().contains(ListenerProtocol.TERMINATED_HTTPS));
            completes(driver, apply(tree, 1, materials(authority, authority.issue("site.example"))));
            completes(driver, apply(tree, 2, materials(authority, authority.issue("site.example"))));
            assertThat(driver.observe(tree.id()).intact()).isTrue();
            completes(driver, remove(tree.id(), 3));
        }
    }

    private void check(LoadBalancerDriver driver, DesiredLoadBalancer tree, TlsMaterials materials, boolean possible) {
        if (possible) {
            completes(driver, apply(tree, 1, materials));
        } else {
            assertThat(driver.validate(tree).problems()).isNotEmpty();
            assertThat(fails(driver, apply(tree, 1, materials)).kind().reaction())
                    .isEqualTo(Reaction.GIVE_UP);
        }
    }

    private Change apply(DesiredLoadBalancer tree, long generation, TlsMaterials materials) {
        return new Change.Apply(tree, generation, deadline(), materials);
    }

    private static TlsMaterials materials(TestAuthority authority, TestAuthority.Issued site) {
        return new TlsMaterials(Map.of(
                "site", site.material(),
                "shop", authority.issue("shop.example").material(),
                "ca", authority.authorities(),
                "crl", authority.revoke()));
    }
}
