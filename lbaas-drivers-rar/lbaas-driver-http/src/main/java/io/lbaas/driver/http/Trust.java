package io.lbaas.driver.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Makes TLS contexts that trust what a device's settings say. */
final class Trust {
    private static final String PEM = "-----BEGIN";

    private Trust() {}

    /** Both may be empty; a fingerprint rules out authorities. */
    static SSLContext of(String authorities, String fingerprint) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(authorities, fingerprint), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("ca-certificates holds no readable certificates", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("ca-certificates cannot be read: " + e.getMessage(), e);
        }
    }

    private static TrustManager[] managers(String authorities, String fingerprint)
            throws GeneralSecurityException, IOException {
        if (!fingerprint.isEmpty()) {
            return new TrustManager[] {new PinnedCertificate(fingerprint)};
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities.isEmpty() ? null : store(authorities));
        return factory.getTrustManagers();
    }

    private static KeyStore store(String authorities) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = pem(authorities)) {
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("authority " + store.size(), each);
            }
        }
        if (store.size() == 0) {
            throw new GeneralSecurityException("No certificate");
        }
        return store;
    }

    private static InputStream pem(String textOrFile) throws IOException {
        return textOrFile.contains(PEM)
                ? new ByteArrayInputStream(textOrFile.getBytes(StandardCharsets.UTF_8))
                : Files.newInputStream(Path.of(textOrFile));
    }
}
