package io.lbaas.tls.bundle;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.driver.contract.TestAuthority;
import io.lbaas.driver.spi.TlsMaterial;
import io.lbaas.model.TlsReference.Purpose;
import java.io.ByteArrayOutputStream;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleReaderTest {

    private static final char[] NONE = {};

    private final TestAuthority authority = new TestAuthority();
    private final TestAuthority.Issued site = authority.issue("site.example");

    @Test
    void aChainIsPutIntoItsOrder() throws UnusableTlsException {
        TlsBundle bundle = read(authority.authorities().certificates() + site.bundle());

        assertThat(bundle.certificates()).containsExactly(site.certificate(), authority.certificate());
        assertThat(bundle.privateKey()).isEqualTo(site.privateKey());
        assertThat(bundle.purposes()).containsExactly(Purpose.IDENTITY, Purpose.AUTHORITIES);
        assertThat(read(site.bundle()).material())
                .isEqualTo(new TlsMaterial(
                        bundle.material().certificates().split("(?<=END CERTIFICATE-----\n)", -1)[0],
                        bundle.material().privateKey(),
                        ""));
    }

    @Test
    void pkcs12IsReadWithItsPassword() throws Exception {
        byte[] file = pkcs12("secret");

        assertThat(BundleReader.read(file, "secret".toCharArray()).certificates())
                .containsExactly(site.certificate(), authority.certificate());
        assertThatThrownBy(() -> BundleReader.read(file, "other".toCharArray()))
                .isInstanceOf(UnusableTlsException.class);
    }

    @Test
    void authoritiesAndRevocationsNeedNoKey() throws UnusableTlsException {
        assertThat(read(authority.authorities().certificates()).purposes()).containsExactly(Purpose.AUTHORITIES);
        assertThat(read(authority.revoke(site).revocations()).purposes()).containsExactly(Purpose.REVOCATIONS);
    }

    @Test
    void aKeyMustBelongToACertificate() {
        String foreign = authority.issue("other").material().privateKey();

        assertThatThrownBy(() -> read(site.material().certificates() + foreign))
                .hasMessage("No certificate in it belongs to the private key");
        assertThatThrownBy(() -> read(site.bundle() + foreign)).hasMessage("There is more than one private key in it");
        assertThatThrownBy(() ->
                        read(site.bundle() + authority.issue("other").material().certificates()))
                .hasMessage("A certificate in it is not part of the chain: CN=other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
                "-----BEGIN PRIVATE KEY-----\n",
                "-----BEGIN RSA PRIVATE KEY-----\nMAA=\n-----END RSA PRIVATE KEY-----\n",
                "-----BEGIN NONSENSE-----\nAAAA\n-----END NONSENSE-----\n"
            })
    void whatIsNoMaterialIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(UnusableTlsException.class);
    }

    @Property(tries = 300)
    void damageIsRefusedOrHarmless(@ForAll int place, @ForAll byte value) {
        byte[] bytes = site.bundle().getBytes(US_ASCII);
        bytes[Math.floorMod(place, bytes.length)] = value;
        try {
            assertThat(BundleReader.read(bytes, NONE).purposes()).isNotEmpty();
        } catch (UnusableTlsException e) {
            assertThat(e).hasMessageNotContaining("BEGIN");
        }
    }

    @Test
    void theSummaryTellsNamesAndTimes() throws UnusableTlsException {
        Instant past = Instant.now().minusSeconds(3600);
        TlsSummary summary =
                TlsSummary.of(read(authority.issue("old.example", past).bundle()));

        assertThat(summary.subject()).isEqualTo("CN=old.example");
        assertThat(summary.subjectAlternativeNames()).containsExactly("old.example");
        assertThat(summary.expired(Instant.now())).isTrue();
        assertThat(summary.fingerprint()).hasSize(64);
    }

    private byte[] pkcs12(String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("site", site.privateKey(), password.toCharArray(), new X509Certificate[] {
            site.certificate(), authority.certificate()
        });
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        store.store(file, password.toCharArray());
        return file.toByteArray();
    }

    private static TlsBundle read(String pem) throws UnusableTlsException {
        return BundleReader.read(pem.getBytes(US_ASCII), NONE);
    }
}
