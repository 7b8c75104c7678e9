package io.lbaas.tls.bundle;

import java.security.PrivateKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** What a file holds, in the order of the file. */
final class Contents {

    private final List<PrivateKey> keys = new ArrayList<>();
    private final List<X509Certificate> certificates = new ArrayList<>();
    private final List<X509CRL> revocations = new ArrayList<>();

    void add(PrivateKey key) {
        keys.add(key);
    }

    /** Adds a certificate, once. */
    void add(X509Certificate certificate) {
        if (!certificates.contains(certificate)) {
            certificates.add(certificate);
        }
    }

    void add(X509CRL revocation) {
        revocations.add(revocation);
    }

    /**
     * The whole, where it fits together.
     *
     * @throws UnusableTlsException where it does not
     */
    TlsBundle bundle() throws UnusableTlsException {
        if (keys.isEmpty()) {
            if (certificates.isEmpty() && revocations.isEmpty()) {
                throw new UnusableTlsException("There is no certificate and no revocation list in it");
            }
            return new TlsBundle(null, certificates, revocations);
        }
        if (keys.size() > 1) {
            throw new UnusableTlsException("There is more than one private key in it");
        }
        PrivateKey key = keys.get(0);
        return new TlsBundle(key, Chain.of(key, certificates), revocations);
    }
}
