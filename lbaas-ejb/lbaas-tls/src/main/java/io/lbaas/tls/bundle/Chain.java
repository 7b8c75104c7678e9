package io.lbaas.tls.bundle;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts certificates into the order in which they are shown: the key's own, and each one's issuer after it. */
final class Chain {

    private static final int LEAST_RSA_BITS = 2048;

    /** How a key of each kind signs. */
    private static final Map<String, String> SIGNATURES = Map.of(
            "RSA", "SHA256withRSA",
            "EC", "SHA256withECDSA",
            "EdDSA", "EdDSA",
            "Ed25519", "Ed25519",
            "Ed448", "Ed448");

    private Chain() {}

    static List<X509Certificate> of(PrivateKey key, List<X509Certificate> certificates) throws UnusableTlsException {
        if (key instanceof RSAKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
            throw new UnusableTlsException("The RSA key has fewer than " + LEAST_RSA_BITS + " bits");
        }
        List<X509Certificate> rest = new ArrayList<>(certificates);
        X509Certificate next = rest.stream()
                .filter(certificate -> matches(key, certificate))
                .findFirst()
                .orElseThrow(() -> new UnusableTlsException("No certificate in it belongs to the private key"));
        List<X509Certificate> chain = new ArrayList<>();
        while (next != null) {
            chain.add(next);
            rest.remove(next);
            next = issuer(next, rest).orElse(null);
        }
        if (!rest.isEmpty()) {
            throw new UnusableTlsException("A certificate in it is not part of the chain: "
                    + rest.get(0).getSubjectX500Principal());
        }
        return chain;
    }

    private static Optional<X509Certificate> issuer(X509Certificate issued, List<X509Certificate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.getSubjectX500Principal().equals(issued.getIssuerX500Principal()))
                .filter(candidate -> signed(issued, candidate))
                .findFirst();
    }

    private static boolean signed(X509Certificate issued, X509Certificate issuer) {
        try {
            issued.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** What the key signs, the certificate verifies. */
    private static boolean matches(PrivateKey key, X509Certificate certificate) {
        String algorithm = SIGNATURES.get(key.getAlgorithm());
        if (algorithm == null) {
            return false;
        }
        try {
            byte[] text = certificate.getSerialNumber().toByteArray();
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(text);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
