package io.lbaas.plugin.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.driver.spi.TlsSupport;
import io.lbaas.model.AlpnProtocol;
import io.lbaas.model.ClientAuthentication;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.ListenerTls;
import io.lbaas.model.PoolProtocol;
import io.lbaas.model.PoolTls;
import io.lbaas.model.TlsDefaults;
import io.lbaas.model.TlsFeature;
import io.lbaas.model.TlsVersion;
import io.lbaas.plugin.Samples;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TlsRulesTest {

    private static final String REF = "https://secrets.example/v1/containers/1";

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "UDP  | r | - | - | NONE | - | UDP protocol listener does not support TLS or header insertion.",
                "SCTP | - | - | r | NONE | - | SCTP protocol listener does not support TLS or header insertion.",
                "HTTP | r | - | - | NONE | - | Certificate container references are not allowed on HTTP protocol"
                        + " listeners.",
                "TCP  | - | r | - | NONE | - | Certificate container references are not allowed on TCP protocol"
                        + " listeners.",
                "HTTPS| - | - | r | NONE | - | Certificate container references are not allowed on HTTPS protocol"
                        + " listeners.",
                "TERMINATED_HTTPS | - | r | - | NONE | - | An SNI or default certificate container reference must be"
                        + " provided with a client CA container reference.",
                "TERMINATED_HTTPS | - | - | - | NONE | - | An SNI or default certificate container reference must be"
                        + " provided for TERMINATED_HTTPS protocol listeners.",
                "TERMINATED_HTTPS | r | - | - | OPTIONAL | - | Client authentication setting OPTIONAL requires a"
                        + " client CA container reference.",
                "TERMINATED_HTTPS | r | - | r | NONE | - | A client authentication CA reference is required to"
                        + " specify a client authentication revocation list.",
                "HTTP | - | - | - | NONE | 5 | The HSTS feature can only be used for listeners using the"
                        + " TERMINATED_HTTPS protocol."
            })
    void whatDoesNotFitIsRefused(
            ListenerProtocol protocol,
            String certificate,
            String authorities,
            String revocations,
            ClientAuthentication authentication,
            Integer hsts,
            String words) {
        var tls = new ListenerTls(
                certificate, List.of(), authorities, revocations, authentication, null, null, null, hsts, false, false);

        assertThatThrownBy(() -> TlsRules.check(Samples.listener(protocol, 443).withTls(tls)))
                .hasMessage("Validation failure: " + words);
    }

    @Test
    void listsAreNotEmptyAndHstsFlagsNeedAnAge() {
        assertThatThrownBy(() -> checked(null, List.of(), null, null, false))
                .hasMessage("Validation failure: Empty TLS version list. Either specify at least one TLS version or"
                        + " remove this parameter to use the default.");
        assertThatThrownBy(() -> checked(null, null, List.of(), null, false))
                .hasMessage("Validation failure: Empty ALPN protocol list. Either specify at least one ALPN protocol"
                        + " or remove this parameter to use the default.");
        assertThatThrownBy(() -> checked(null, null, null, null, true))
                .hasMessage("Validation failure: HSTS configuration options hsts_include_subdomains and hsts_preload"
                        + " only make sense if hsts_max_age is set as well.");
    }

    @Test
    void whatIsNotGivenIsAsUsual() {
        ListenerTls tls = checked(null, null, null, 7, true);

        assertThat(tls.tlsCiphers()).isEqualTo(TlsDefaults.CIPHERS);
        assertThat(tls.tlsVersions()).containsExactly(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3);
        assertThat(tls.alpnProtocols())
                .containsExactly(AlpnProtocol.HTTP_2, AlpnProtocol.HTTP_1_1, AlpnProtocol.HTTP_1_0);
        assertThat(TlsRules.check(Samples.listener(ListenerProtocol.HTTP, 80)).tls())
                .isEqualTo(ListenerTls.NONE);
        assertThat(checked("AES", null, null, null, false).tlsCiphers()).isEqualTo("AES");
    }

    @Test
    void poolsHaveDefaultsWhereTlsIsEnabled() {
        var plain = Samples.pool(PoolProtocol.HTTP);

        assertThat(TlsRules.check(plain).tls()).isEqualTo(PoolTls.NONE);
        assertThat(TlsRules.check(plain.withTls(pool(true, null, null))).tls().tlsVersions())
                .isEqualTo(TlsDefaults.VERSIONS);
        assertThatThrownBy(() -> TlsRules.check(plain.withTls(pool(false, null, REF))))
                .hasMessage("Validation failure: A CA certificate reference is required to specify a revocation list.");
    }

    @ParameterizedTest
    @EnumSource(
            value = PoolProtocol.class,
            names = {"UDP", "SCTP"})
    void datagramsAreNotEncrypted(PoolProtocol protocol) {
        assertThatThrownBy(() -> TlsRules.check(Samples.pool(protocol).withTls(pool(true, null, null))))
                .hasMessage("Validation failure: " + protocol + " protocol pools do not support TLS.");
    }

    @Test
    void whatTheDriverCannotDoIsRefusedByName() {
        var little = new TlsSupport(Set.of(TlsVersion.TLS_1_3), Set.of(TlsFeature.MEMBER_ENCRYPTION));
        var rules = new CapabilityRules("little", capabilities(little));
        var pool = Samples.pool(PoolProtocol.HTTP).withTls(pool(true, REF, null).withDefaults());

        assertThatThrownBy(() -> rules.check(pool))
                .hasMessage("Provider 'little' does not support a requested option:"
                        + " ca_tls_container_ref, tls_versions TLSv1.2");
    }

    @Test
    void fieldsAreNamedAsIfTheyWereTheListenersOwn() {
        var tls = new ListenerTls(
                REF, List.of(), null, null, ClientAuthentication.NONE, "A B", null, null, null, false, false);

        assertThatThrownBy(() -> Samples.FIELDS.check(
                        Samples.listener(ListenerProtocol.TERMINATED_HTTPS, 443).withTls(tls)))
                .hasMessageStartingWith("Invalid input for field/attribute tls_ciphers. Value: 'A B'.");
    }

    private static ListenerTls checked(
            String ciphers, List<TlsVersion> versions, List<AlpnProtocol> alpn, Integer hsts, boolean preload) {
        var tls = new ListenerTls(
                REF, List.of(), null, null, ClientAuthentication.NONE, ciphers, versions, alpn, hsts, false, preload);
        return TlsRules.check(
                        Samples.listener(ListenerProtocol.TERMINATED_HTTPS, 443).withTls(tls))
                .tls();
    }

    private static PoolTls pool(boolean enabled, String authorities, String revocations) {
        return new PoolTls(enabled, null, authorities, revocations, null, null, null);
    }

    private static Capabilities capabilities(TlsSupport tls) {
        var all = Samples.ALL;
        return new Capabilities(
                all.listenerProtocols(),
                all.poolProtocols(),
                all.algorithms(),
                all.persistenceTypes(),
                all.monitorTypes(),
                all.l7(),
                tls,
                true);
    }
}
