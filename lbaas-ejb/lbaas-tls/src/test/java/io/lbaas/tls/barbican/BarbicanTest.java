package io.lbaas.tls.barbican;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.driver.contract.TestAuthority;
import io.lbaas.tls.TlsLocation;
import io.lbaas.tls.bundle.TlsBundle;
import io.lbaas.tls.bundle.UnusableTlsException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BarbicanTest {

    private final TestAuthority authority = new TestAuthority();
    private final TestAuthority.Issued site = authority.issue("site.example");
    private final FakeBarbican fake;
    private final HttpClient client = HttpClient.newHttpClient();

    BarbicanTest() throws IOException {
        fake = new FakeBarbican();
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    private String container() {
        return fake.container(Map.of(
                "certificate", fake.secret(site.material().certificates().getBytes(UTF_8)),
                "private_key", fake.secret(site.material().privateKey().getBytes(UTF_8)),
                "intermediates",
                        fake.secret(authority.authorities().certificates().getBytes(UTF_8))));
    }

    private TlsBundle fetch(String reference, String token) throws UnusableTlsException, IOException {
        Barbican.Sender sender = (request, handler) -> client.sendAsync(
                        request.setHeader("X-Auth-Token", token).build(), handler)
                .join();
        return new Barbican(fake.endpoint(), Duration.ofSeconds(5), sender)
                .fetch(TlsLocation.of(reference).orElseThrow());
    }

    @Test
    void aContainerIsACertificateWithItsChainAndKey() throws UnusableTlsException, IOException {
        TlsBundle bundle = fetch(container(), FakeBarbican.TOKEN);

        assertThat(bundle.certificates()).containsExactly(site.certificate(), authority.certificate());
        assertThat(bundle.privateKey()).isEqualTo(site.privateKey());
    }

    @Test
    void aSecretIsAWholeFile() throws UnusableTlsException, IOException {
        String reference = fake.secret(authority.authorities().certificates().getBytes(UTF_8));

        assertThat(fetch(reference, FakeBarbican.TOKEN).certificates()).containsExactly(authority.certificate());
    }

    @Test
    void whoMayNotSeeItDoesNotGetIt() {
        assertThatThrownBy(() -> fetch(container(), "other")).isInstanceOf(UnusableTlsException.class);
    }

    @Test
    void anOutageIsNotARefusal() {
        String reference = container();
        fake.fail(503);

        assertThatThrownBy(() -> fetch(reference, FakeBarbican.TOKEN)).isInstanceOf(IOException.class);
    }

    @Test
    void otherHostsAreNotAsked() {
        String elsewhere = container().replace("127.0.0.1", "localhost");

        assertThatThrownBy(() -> fetch(elsewhere, FakeBarbican.TOKEN)).isInstanceOf(UnusableTlsException.class);
        assertThat(TlsLocation.of("http://x/v1/secrets/../../admin")).isEmpty();
        assertThat(TlsLocation.of("no reference")).isEmpty();
    }
}
