package io.lbaas.driver.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lbaas.driver.contract.TestAuthority;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.FailureKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    private final TestAuthority authority = new TestAuthority();

    private static JsonAnswer call(DeviceSpec device) throws NoAnswerException {
        return new JsonClient(Endpoint.of(device))
                .call(JsonRequest.of("GET", "/"), Instant.now().plusSeconds(10));
    }

    private LocalServer server(String host) throws Exception {
        return LocalServer.secure(authority.issue(host), exchange -> LocalServer.answer(exchange, 200, "{}"));
    }

    private static void distrusts(DeviceSpec device) {
        NoAnswerException failure = catchThrowableOfType(NoAnswerException.class, () -> call(device));
        assertThat(failure.kind()).isEqualTo(FailureKind.UNREACHABLE);
    }

    @Test
    void authorityIsTrustedAsTextAndAsFile(@TempDir Path directory) throws Exception {
        String pem = authority.authorities().certificates();
        Path file = Files.writeString(directory.resolve("ca.pem"), pem);
        try (LocalServer server = server("localhost")) {
            assertThat(call(server.device("ca-certificates", pem)).status()).isEqualTo(200);
            assertThat(call(server.device("ca-certificates", file.toString())).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void unknownAuthorityIsNotTrusted() throws Exception {
        String other = new TestAuthority().authorities().certificates();
        try (LocalServer server = server("localhost")) {
            distrusts(server.device());
            distrusts(server.device("ca-certificates", other));
        }
    }

    @Test
    void otherHostNameIsNotTrusted() throws Exception {
        try (LocalServer server = server("device.example")) {
            distrusts(server.device("ca-certificates", authority.authorities().certificates()));
        }
    }

    @Test
    void pinnedCertificateIsTrustedWhateverItsNameAndNoOther() throws Exception {
        TestAuthority.Issued identity = authority.issue("device.example");
        String withColons = identity.fingerprint().toUpperCase(Locale.ROOT).replaceAll("..(?!$)", "$0:");
        try (LocalServer server = LocalServer.secure(identity, exchange -> LocalServer.answer(exchange, 200, "{}"))) {
            assertThat(call(server.device("certificate-sha256", withColons)).status())
                    .isEqualTo(200);
            distrusts(server.device("certificate-sha256", "00".repeat(32)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "device.example",
                "ftp://device.example",
                "http://device.example",
                "https://user:secret@device.example",
                "https://user:secret@device example",
                "https://device.example/path",
                "https://device.example?query",
                "https://",
                "http://127.0.0.1.example.com"
            })
    void unusableUrlIsRefused(String url) {
        DeviceSpec device = LocalServer.spec(url);
        assertThatThrownBy(() -> Endpoint.of(device))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://device.example", "https://[2001:db8::1]:8443/", "http://127.0.0.1:80", "http://[::1]"})
    void usableUrlIsTaken(String url) {
        assertThatCode(() -> Endpoint.of(LocalServer.spec(url))).doesNotThrowAnyException();
    }

    @Test
    void plainHttpElsewhereMustBeAllowed() {
        DeviceSpec device = LocalServer.spec("http://device.example", "allow-plain-http", "true");
        assertThat(Endpoint.of(device).base()).hasScheme("http");
    }

    @Test
    void unusableTrustIsRefusedInWords() {
        for (String[] setting : new String[][] {
            {"ca-certificates", "-----BEGIN nothing"},
            {"ca-certificates", "/no/such/file"},
            {"certificate-sha256", "abc"}
        }) {
            DeviceSpec device = LocalServer.spec("https://device.example", setting);
            assertThatThrownBy(() -> Endpoint.of(device))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(setting[0]);
        }
    }
}
