package io.lbaas.keystone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedAuthoritiesTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    private Path directory;

    @Test
    void aServerIsTrustedByItsFileAndByNoOther() throws Exception {
        Path ours = certificate("ours");
        Path others = certificate("others");
        HttpsServer server = serve(directory.resolve("ours.p12"));
        try {
            assertThat(get(server, ours)).isEqualTo(204);
            assertThatThrownBy(() -> get(server, others)).isInstanceOf(SSLException.class);

            assertThat(get(server, both(ours, others))).isEqualTo(204);
            assertThat(get(server, both(others, ours))).isEqualTo(204);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aFileWithoutCertificatesIsRefused() throws IOException {
        Path empty = Files.createFile(directory.resolve("empty.pem"));

        assertThatThrownBy(() -> TrustedAuthorities.in(empty))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("empty.pem");
        assertThatThrownBy(() -> TrustedAuthorities.in(directory.resolve("none.pem")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("none.pem");
    }

    private Path both(Path one, Path other) throws IOException {
        return Files.writeString(directory.resolve("both.pem"), Files.readString(one) + Files.readString(other));
    }

    private static int get(HttpsServer server, Path pem) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().sslContext(TrustedAuthorities.in(pem)).build();
        URI uri = URI.create("https://localhost:" + server.getAddress().getPort() + "/");
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                .statusCode();
    }

    /** Makes a key with a certificate for localhost, and returns the certificate. */
    private Path certificate(String name) throws IOException {
        Path pem = directory.resolve(name + ".pem");
        String store = directory.resolve(name + ".p12").toString();
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:localhost",
                "-keystore",
                store);
        keytool("-exportcert", "-rfc", "-file", pem.toString(), "-keystore", store);
        return pem;
    }

    private static void keytool(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        builder.command().addAll(List.of(command));
        builder.command().addAll(List.of("-alias", "key", "-storepass", PASSWORD));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        assertThat(builder.start().onExit().join().exitValue()).isZero();
    }

    private static HttpsServer serve(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream input = Files.newInputStream(store)) {
            keys.load(input, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
