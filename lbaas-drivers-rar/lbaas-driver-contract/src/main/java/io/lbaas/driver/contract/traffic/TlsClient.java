package io.lbaas.driver.contract.traffic;

import io.lbaas.driver.contract.TestAuthority;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** Speaks HTTPS as a test wants it to be spoken. */
public final class TlsClient {
    private static final char[] PASSWORD = "password".toCharArray();
    private static final int PATIENCE_MILLIS = 5_000;

    private static final List<String> MODERN = List.of("TLSv1.2", "TLSv1.3");
    private static final List<String> HTTP_1 = List.of("http/1.1");

    private final KeyStore trust;
    private final KeyStore keys;

    /** One that trusts an authority and has no certificate of its own. */
    public TlsClient(TestAuthority trusted) {
        this(trusted, null);
    }

    /** @param own what servers are shown that ask for a certificate; null for nothing */
    public TlsClient(TestAuthority trusted, TestAuthority.Issued own) {
        try {
            trust = empty();
            trust.setCertificateEntry("authority", trusted.certificate());
            keys = empty();
            if (own != null) {
                keys.setKeyEntry("own", own.privateKey(), PASSWORD, new X509Certificate[] {own.certificate()});
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The context of a server with that certificate, which asks for none. */
    public static SSLContext server(TestAuthority.Issued issued) {
        try {
            KeyStore keys = empty();
            keys.setKeyEntry("own", issued.privateKey(), PASSWORD, new X509Certificate[] {issued.certificate()});
            return context(empty(), keys);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What came of a request; the protocol of ALPN is empty where none was agreed on. */
    public record Answer(X509Certificate certificate, String version, String alpn, String text) {}

    /** Asks for the root of a host in HTTP/1 over TLS 1.2 or 1.3. */
    public Answer get(String address, int port, String host) throws IOException {
        return get(address, port, host, MODERN, HTTP_1);
    }

    /**
     * Asks for the root of a host.
     *
     * @param versions of TLS that are offered, by their Java names
     */
    public Answer get(String address, int port, String host, List<String> versions, List<String> alpn)
            throws IOException {
        try (SSLSocket socket = (SSLSocket) fresh().getSocketFactory().createSocket()) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(host)));
            parameters.setProtocols(versions.toArray(String[]::new));
            parameters.setApplicationProtocols(alpn.toArray(String[]::new));
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(address, port), PATIENCE_MILLIS);
            socket.startHandshake();
            socket.getOutputStream()
                    .write(("GET / HTTP/1.0\r\nHost: " + host + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return new Answer(
                    (X509Certificate) socket.getSession().getPeerCertificates()[0],
                    socket.getSession().getProtocol(),
                    socket.getApplicationProtocol(),
                    text);
        }
    }

    /** One that has seen nothing: a session that is resumed shows the certificate of before. */
    private SSLContext fresh() {
        try {
            return context(trust, keys);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext context(KeyStore trust, KeyStore keys) throws GeneralSecurityException {
        TrustManagerFactory trusting = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusting.init(trust);
        KeyManagerFactory showing = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        showing.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(showing.getKeyManagers(), trusting.getTrustManagers(), null);
        return context;
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
