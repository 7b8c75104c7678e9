package io.lbaas.tls.bundle;

import java.io.IOException;
import java.io.StringReader;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/** Reads PEM text: certificates, revocation lists and private keys in all the forms that OpenSSL writes. */
final class PemContents {

    private static final JcaPEMKeyConverter KEYS = new JcaPEMKeyConverter();
    private static final JcaX509CertificateConverter CERTIFICATES = new JcaX509CertificateConverter();
    private static final JcaX509CRLConverter REVOCATIONS = new JcaX509CRLConverter();

    private PemContents() {}

    static Contents of(String text, char[] password) throws UnusableTlsException {
        Contents contents = new Contents();
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
                add(contents, object, password);
            }
            return contents;
        } catch (IOException
                | CertificateException
                | CRLException
                | OperatorCreationException
                | PKCSException
                | RuntimeException e) {
            // The parser throws all kinds of exceptions for what is no proper ASN.1.
            throw new UnusableTlsException("The PEM text or the key in it cannot be read", e);
        }
    }

    private static void add(Contents contents, Object object, char[] password)
            throws IOException, CertificateException, CRLException, OperatorCreationException, PKCSException {
        if (object instanceof X509CertificateHolder certificate) {
            contents.add(CERTIFICATES.getCertificate(certificate));
        } else if (object instanceof X509CRLHolder revocation) {
            contents.add(REVOCATIONS.getCRL(revocation));
        } else if (object instanceof PrivateKeyInfo key) {
            contents.add(KEYS.getPrivateKey(key));
        } else if (object instanceof PEMKeyPair pair) {
            contents.add(KEYS.getPrivateKey(pair.getPrivateKeyInfo()));
        } else if (object instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
            contents.add(KEYS.getPrivateKey(EncryptedKeys.decrypt(encrypted, password)));
        } else if (object instanceof PEMEncryptedKeyPair encrypted) {
            contents.add(KEYS.getPrivateKey(
                    EncryptedKeys.decrypt(encrypted, password).getPrivateKeyInfo()));
        }
    }
}
