package io.lbaas.tls.bundle;

import java.io.IOException;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.bc.BcPEMDecryptorProvider;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/** Private keys under a password. */
final class EncryptedKeys {

    /** A file could ask for hours of work otherwise. OpenSSL writes 2,048, careful people some hundred thousand. */
    private static final int MOST_ITERATIONS = 5_000_000;

    private EncryptedKeys() {}

    static PrivateKeyInfo decrypt(PKCS8EncryptedPrivateKeyInfo encrypted, char[] password)
            throws PKCSException, OperatorCreationException {
        if (iterations(encrypted.getEncryptionAlgorithm()) > MOST_ITERATIONS) {
            throw new PKCSException("More than " + MOST_ITERATIONS + " iterations");
        }
        return encrypted.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder().build(password));
    }

    static PEMKeyPair decrypt(PEMEncryptedKeyPair encrypted, char[] password) throws IOException {
        return encrypted.decryptKeyPair(new BcPEMDecryptorProvider(password));
    }

    private static int iterations(AlgorithmIdentifier algorithm) throws PKCSException {
        if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
            throw new PKCSException("Not PBES2");
        }
        var derivation = PBES2Parameters.getInstance(algorithm.getParameters()).getKeyDerivationFunc();
        if (!derivation.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
            throw new PKCSException("Not PBKDF2");
        }
        return PBKDF2Params.getInstance(derivation.getParameters())
                .getIterationCount()
                .intValueExact();
    }
}
