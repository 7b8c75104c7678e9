package io.lbaas.driver.contract;

import io.lbaas.driver.spi.TlsMaterial;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority for tests, with a new key each time, and what it issues. */
public final class TestAuthority {
    private static final String SIGNATURE = "SHA256withECDSA";

    private final X500Name name = new X500Name("CN=test authority " + serial());
    private final KeyPair keys = keyPair();
    private final Issued own = issue(name, keys, Instant.now().plus(30, ChronoUnit.DAYS), null);

    /** A certificate with its private key. */
    public record Issued(X509Certificate certificate, PrivateKey privateKey) {

        public TlsMaterial material() {
            return new TlsMaterial(pem(certificate), pem(privateKey), "");
        }

        /** Both as text. */
        public String bundle() {
            return pem(certificate) + pem(privateKey);
        }

        /** The SHA-256 of the certificate in hexadecimal, by which a client may pin it. */
        public String fingerprint() {
            try {
                byte[] encoded = certificate.getEncoded();
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public X509Certificate certificate() {
        return own.certificate();
    }

    public TlsMaterial authorities() {
        return new TlsMaterial(pem(certificate()), "", "");
    }

    /** A certificate for a host, good for a month. */
    public Issued issue(String host) {
        return issue(host, Instant.now().plus(30, ChronoUnit.DAYS));
    }

    /** A certificate for a host that is good until some time. */
    public Issued issue(String host, Instant notAfter) {
        return issue(new X500Name("CN=" + host), keyPair(), notAfter, host);
    }

    /** The list of all that is not to be trusted any more. */
    public TlsMaterial revoke(Issued... revoked) {
        try {
            Instant now = Instant.now();
            X509v2CRLBuilder builder =
                    new X509v2CRLBuilder(name, Date.from(now)).setNextUpdate(Date.from(now.plus(1, ChronoUnit.DAYS)));
            for (Issued each : revoked) {
                builder.addCRLEntry(each.certificate().getSerialNumber(), Date.from(now), CRLReason.keyCompromise);
            }
            X509CRL list = new JcaX509CRLConverter().getCRL(builder.build(signer()));
            return new TlsMaterial("", "", pem(list));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Issued issue(X500Name subject, KeyPair subjectKeys, Instant notAfter, String host) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    name,
                    serial(),
                    Date.from(notAfter.minus(60, ChronoUnit.DAYS)),
                    Date.from(notAfter),
                    subject,
                    subjectKeys.getPublic());
            if (host == null) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            } else {
                GeneralName alternative = new GeneralName(GeneralName.dNSName, host);
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternative));
            }
            return new Issued(
                    new JcaX509CertificateConverter().getCertificate(builder.build(signer())),
                    subjectKeys.getPrivate());
        } catch (CertIOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private ContentSigner signer() throws OperatorCreationException {
        return new JcaContentSignerBuilder(SIGNATURE).build(keys.getPrivate());
    }

    private static BigInteger serial() {
        return new BigInteger(64, new SecureRandom());
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(Object object) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object instanceof PrivateKey key ? new JcaPKCS8Generator(key, null) : object);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }
}
