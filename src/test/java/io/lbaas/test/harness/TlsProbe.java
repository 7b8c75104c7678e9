package io.lbaas.test.harness;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A client that trusts one authority and tells what it was shown. */
public final class TlsProbe {
    private static final int PATIENCE_MILLIS = 5_000;

    private final TrustManagerFactory trust;

    public TlsProbe(X509Certificate authority) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("authority", authority);
            trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a server showed and said. */
    public record Answer(X509Certificate certificate, String text) {}

    /** Asks for the root of a host, by its name. */
    public Answer ask(String address, int port, String host) throws IOException {
        try (SSLSocket socket = (SSLSocket) fresh().getSocketFactory().createSocket()) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(host)));
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(address, port), PATIENCE_MILLIS);
            socket.getOutputStream().write(("GET / HTTP/1.0\r\nHost: " + host + "\r\n\r\n").getBytes(US_ASCII));
            String text = new String(socket.getInputStream().readAllBytes(), US_ASCII);
            return new Answer((X509Certificate) socket.getSession().getPeerCertificates()[0], text);
        }
    }

    /** One that has seen nothing: a session that is resumed shows the certificate of before. */
    private SSLContext fresh() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
