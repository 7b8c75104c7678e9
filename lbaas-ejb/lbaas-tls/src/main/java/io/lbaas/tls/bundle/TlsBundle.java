package io.lbaas.tls.bundle;

import io.lbaas.driver.spi.TlsMaterial;
import io.lbaas.model.TlsReference.Purpose;
import java.security.PrivateKey;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What was found in a file. With a private key, the first certificate is the key's and each one's issuer follows it.
 *
 * @param privateKey null where there is none
 */
public record TlsBundle(PrivateKey privateKey, List<X509Certificate> certificates, List<X509CRL> revocations) {

    public TlsBundle {
        certificates = List.copyOf(certificates);
        revocations = List.copyOf(revocations);
    }

    /** What it is good for; never empty. */
    public Set<Purpose> purposes() {
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        if (privateKey != null) {
            purposes.add(Purpose.IDENTITY);
        }
        if (!certificates.isEmpty()) {
            purposes.add(Purpose.AUTHORITIES);
        }
        if (!revocations.isEmpty()) {
            purposes.add(Purpose.REVOCATIONS);
        }
        return purposes;
    }

    /** The same as text, in one form however it was written. */
    public TlsMaterial material() {
        try {
            StringBuilder chain = new StringBuilder();
            for (X509Certificate certificate : certificates) {
                chain.append(PemText.of("CERTIFICATE", certificate.getEncoded()));
            }
            StringBuilder lists = new StringBuilder();
            for (X509CRL revocation : revocations) {
                lists.append(PemText.of("X509 CRL", revocation.getEncoded()));
            }
            String key = privateKey == null ? "" : PemText.of("PRIVATE KEY", privateKey.getEncoded());
            return new TlsMaterial(chain.toString(), key, lists.toString());
        } catch (CertificateEncodingException | CRLException e) {
            throw new IllegalStateException("What was read can be written", e);
        }
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return "TlsBundle" + purposes();
    }
}
